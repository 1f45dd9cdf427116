using System.Globalization;
using LlmRec.Workbench.Complements;
using LlmRec.Workbench.Mapping;
using LlmRec.Workbench.Review;

namespace LlmRec.Workbench.Web.Components.Pages.Review;

/// <summary>A review filter as the page's query string says it. What is missing or makes no sense does not filter; a missing state means waiting.</summary>
internal static class ReviewAddress
{
    public static PairState? State(string? value) => AddressWords.State(value, PairState.Waiting);

    /// <summary>Whether all states but waiting are asked for.</summary>
    public static bool Judged(string? value) => AddressWords.Is(value, AddressWords.JudgedStates);

    public static MappingOutcome? Outcome(string? value) => AddressWords.Parse<MappingOutcome>(value);

    public static ReviewSort Sort(string? value) => AddressWords.Parse<ReviewSort>(value) ?? ReviewSort.Source;

    public static double? Score(string? value) =>
        double.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out var score) && score is >= 0 and <= 1 ? score : null;

    /// <summary>The query values of a filter; null leaves the address.</summary>
    public static (string Name, object? Value)[] Values(ReviewFilter filter) =>
    [
        ("state", AddressWords.State(filter.State, filter.Judged, PairState.Waiting)),
        ("outcome", AddressWords.Text(filter.Outcome)),
        ("q", filter.Text),
        ("from", filter.SourceScope),
        ("to", filter.TargetScope),
        ("min", filter.MinScore?.ToString("0.##", CultureInfo.InvariantCulture)),
        ("max", filter.MaxScore?.ToString("0.##", CultureInfo.InvariantCulture)),
        ("run", filter.RunId),
        ("sort", filter.Sort == ReviewSort.Source ? null : AddressWords.Text(filter.Sort)),
    ];
}
