namespace LlmRec.Workbench.Web.Components.Pages.Runs;

/// <summary>Addresses of the runs pages.</summary>
internal static class RunLinks
{
    public const string List = "/runs";
    public const string New = "/runs/new";
    public const string Answers = "/runs/answers";

    public static string Run(int id) => $"/runs/{id}";

    public static string Item(int runId, long itemId) => $"/runs/{runId}?item={itemId}";
}
