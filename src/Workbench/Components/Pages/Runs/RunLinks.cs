using System.Globalization;
using LlmRec.Workbench.Mapping.Choices;
using LlmRec.Workbench.Runs;
using LlmRec.Workbench.Titles;
using LlmRec.Workbench.Web.Components.Pages.Titles;

namespace LlmRec.Workbench.Web.Components.Pages.Runs;

/// <summary>Addresses of the runs pages.</summary>
internal static class RunLinks
{
    public const string List = "/runs";
    public const string New = "/runs/new";
    public const string Answers = "/runs/answers";

    /// <summary>The page for a new run of titles with scope and prompt filled in.</summary>
    public static string Titles(string scope, string prompt) => Address(TitleRunKind.KindName, scope, prompt);

    /// <summary>The page for a new run with the settings of an earlier one.</summary>
    public static string SameAgain(Run run) => $"{Address(run.Kind, run.Scope, RunText.Prompt(run))}&model={Uri.EscapeDataString(run.ModelProfile)}";

    /// <summary>The desk with what the run proposed.</summary>
    public static string Review(Run run) =>
        run.Kind == ChoiceRunKind.KindName ? ReviewOf(ChoiceScope.Parse(run.Scope))
        : string.Create(CultureInfo.InvariantCulture, $"{(run.Kind == TitleRunKind.KindName ? TitleLinks.Review : "/review")}?run={run.Id}");

    public static string Run(int id) => $"/runs/{id}";

    public static string Item(int runId, long itemId) => $"/runs/{runId}?item={itemId}";

    /// <summary>The page for a new run in which a model chooses among the candidates of the names that a run left unclear.</summary>
    public static string Choose(int runId, string model) =>
        $"{New}?kind={ChoiceRunKind.KindName}&scope={Uri.EscapeDataString(ChoiceScope.OfRun(runId))}&model={Uri.EscapeDataString(model)}";

    // A choice proposes nothing of its own: what it is about is in the desk already.
    private static string ReviewOf(ChoiceScope scope) =>
        scope.RunId is { } run ? string.Create(CultureInfo.InvariantCulture, $"/review?run={run}") : "/review";

    private static string Address(string kind, string scope, string prompt) =>
        $"{New}?kind={Uri.EscapeDataString(kind)}&scope={Uri.EscapeDataString(scope)}&prompt={Uri.EscapeDataString(prompt)}";
}
