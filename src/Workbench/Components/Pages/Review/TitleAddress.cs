using LlmRec.Workbench.Review;
using LlmRec.Workbench.Titles;
using LlmRec.Workbench.Titles.Checks;

namespace LlmRec.Workbench.Web.Components.Pages.Review;

/// <summary>A title filter as the page's query string says it. What is missing or makes no sense does not filter; a missing state means waiting.</summary>
internal static class TitleAddress
{
    public static TitleState? State(string? value) => AddressWords.State(value, TitleState.Waiting);

    public static string? Violation(string? value) => TitleViolations.All.FirstOrDefault(name => AddressWords.Is(value, name));

    public static TitleSource? Source(string? value) => AddressWords.Parse<TitleSource>(value);

    public static TitleSort Sort(string? value) => AddressWords.Parse<TitleSort>(value) ?? TitleSort.WorstGain;

    /// <summary>The query values of a filter; null leaves the address.</summary>
    public static (string Name, object? Value)[] Values(TitleFilter filter) =>
    [
        ("state", AddressWords.State(filter.State, filter.Judged, TitleState.Waiting)),
        ("violation", filter.Violation),
        ("category", filter.CategoryScope),
        ("q", filter.Text),
        ("source", AddressWords.Text(filter.Source)),
        ("run", filter.RunId),
        ("sort", filter.Sort == TitleSort.WorstGain ? null : AddressWords.Text(filter.Sort)),
    ];
}
