using System.Globalization;
using LlmRec.Workbench.Titles.Comparison;

namespace LlmRec.Workbench.Web.Components.Pages.Titles;

/// <summary>What a comparison page shows, as its address says it: the same address shows the same figures.</summary>
public sealed record TitlesAddress(
    string? Arm = null, string? Category = null, string? Scorer = null, string? Per = null, string? Unknown = null, string? Opening = null, string? Sample = null,
    int? Seed = null)
{
    public const string PerCharacter = "character";
    public const string Without = "without";
    public const string All = "all";

    public PerplexityMeasure Measure => new(Per == PerCharacter, Unknown == Without, Opening == Without);

    public ComparisonRequest Request => new(
        TitleArm.TryParse(Arm, out var arm) ? arm : TitleArm.Newest, string.IsNullOrEmpty(Category) ? null : Category, Measure,
        Sample == All ? null : ComparisonRequest.PublishedSample, Seed ?? ComparisonRequest.Default.Seed);

    /// <summary>The same comparison as a file.</summary>
    public string CsvAddress => Uri("/api/v1/titles/comparison.csv");

    private string Uri(string path)
    {
        (string Name, string? Value)[] values =
        [
            ("arm", Arm), ("category", Category), ("scorer", Scorer), ("per", Per), ("unknown", Unknown), ("opening", Opening), ("sample", Sample),
            ("seed", Seed?.ToString(CultureInfo.InvariantCulture)),
        ];
        var query = string.Join('&', values.Where(v => !string.IsNullOrEmpty(v.Value)).Select(v => $"{v.Name}={System.Uri.EscapeDataString(v.Value!)}"));
        return query.Length == 0 ? path : $"{path}?{query}";
    }
}
