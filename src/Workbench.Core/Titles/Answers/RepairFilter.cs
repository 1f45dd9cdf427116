namespace LlmRec.Workbench.Titles.Answers;

/// <summary>Which part of the repair queue to list.</summary>
/// <param name="Violation">Name of a check, or <see cref="RepairRows.ByRule"/>; null for all.</param>
/// <param name="RunId">Only what this run gave; null for all.</param>
public sealed record RepairFilter(string? Violation = null, int? RunId = null)
{
    /// <summary>The scope of a run that asks again about just these, or about the chosen <paramref name="rows"/> of them.</summary>
    public TitleScope ToScope(IReadOnlyList<long>? rows = null) =>
        rows is null ? new TitleScope { IsRepair = true, RunId = RunId, Violation = Violation } : new TitleScope { IsRepair = true, Rows = rows };
}
