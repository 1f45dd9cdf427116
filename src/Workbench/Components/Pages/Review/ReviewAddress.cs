using System.Globalization;
using LlmRec.Workbench.Complements;
using LlmRec.Workbench.Mapping;
using LlmRec.Workbench.Review;

namespace LlmRec.Workbench.Web.Components.Pages.Review;

/// <summary>A review filter as the page's query string says it. What is missing or makes no sense does not filter; a missing state means waiting.</summary>
internal static class ReviewAddress
{
    public const string AllStates = "all";
    public const string JudgedStates = "judged";

    public static PairState? State(string? value) =>
        Is(value, AllStates) || Judged(value) ? null : Parse<PairState>(value) ?? PairState.Waiting;

    /// <summary>Whether all states but waiting are asked for.</summary>
    public static bool Judged(string? value) => Is(value, JudgedStates);

    public static MappingOutcome? Outcome(string? value) => Parse<MappingOutcome>(value);

    public static ReviewSort Sort(string? value) => Parse<ReviewSort>(value) ?? ReviewSort.Source;

    public static double? Score(string? value) =>
        double.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out var score) && score is >= 0 and <= 1 ? score : null;

    /// <summary>The query values of a filter; null leaves the address.</summary>
    public static (string Name, object? Value)[] Values(ReviewFilter filter) =>
    [
        ("state", filter.Judged ? JudgedStates : filter.State is null ? AllStates : filter.State == PairState.Waiting ? null : Text(filter.State)),
        ("outcome", Text(filter.Outcome)),
        ("q", filter.Text),
        ("from", filter.SourceScope),
        ("to", filter.TargetScope),
        ("min", filter.MinScore?.ToString("0.##", CultureInfo.InvariantCulture)),
        ("max", filter.MaxScore?.ToString("0.##", CultureInfo.InvariantCulture)),
        ("run", filter.RunId),
        ("sort", filter.Sort == ReviewSort.Source ? null : Text(filter.Sort)),
    ];

    private static bool Is(string? value, string word) => string.Equals(value, word, StringComparison.OrdinalIgnoreCase);

    private static T? Parse<T>(string? value)
        where T : struct, Enum => Enum.TryParse<T>(value, ignoreCase: true, out var parsed) && Enum.IsDefined(parsed) ? parsed : null;

    private static string? Text(Enum? value) => value is null ? null : CamelCase(value.ToString());

    private static string CamelCase(string name) => char.ToLowerInvariant(name[0]) + name[1..];
}
