using LlmRec.Workbench.Catalog;
using LlmRec.Workbench.Mapping.Choices;
using LlmRec.Workbench.Runs;
using LlmRec.Workbench.Titles;
using LlmRec.Workbench.Titles.Answers;
using LlmRec.Workbench.Web.Components.Shared;
using LlmRec.Workbench.Web.Resources;

namespace LlmRec.Workbench.Web.Components.Pages.Runs;

/// <summary>Words for a run's facts.</summary>
internal static class RunText
{
    public static string Prompt(Run run) => $"{run.PromptName}@{run.PromptVersionNumber}";

    public static string Scope(this Texts t, Run run, CategoryTree tree) =>
        run is { Kind: TitleRunKind.KindName or ChoiceRunKind.KindName, Scope: RunRequest.AllScope } ? t[$"Runs.ScopeAll.{run.Kind}"] : t.Scope(run.Scope, tree);

    public static string Scope(this Texts t, string scope, CategoryTree tree) =>
        scope == RunRequest.AllScope ? t["Runs.ScopeAll"]
        : ChoiceScope.Parse(scope) is { RunId: { } ofRun } ? t["Runs.ScopeNamesOfRun", ofRun]
        : TitleScope.Parse(scope) is { IsRepair: true } repair ? t.Repair(repair)
        : Format.Path(tree.Find(scope)?.Path) ?? scope;

    public static string Cost(this Texts t, RunSummary summary) =>
        summary.Run.Recorded ? t["Runs.NoCost"] : Format.Money(summary.Cost, summary.Run.Currency);

    public static string Reason(this Texts t, Run run) =>
        run.StatusReason == RunControl.CostLimitReached ? t["Runs.CostLimitReached"] : run.StatusReason;

    private static string Repair(this Texts t, TitleScope scope) => string.Join(" · ", new[]
    {
        t["Runs.ScopeRepair"],
        scope.RunId is { } run ? t["Runs.ScopeOfRun", run] : null,
        scope.Violation is { } violation ? t[$"Prompts.Violation.{violation}"] : null,
        scope.Rows is { } rows ? t["Runs.ScopeRows", rows.Count] : null,
    }.Where(part => part is not null));
}
