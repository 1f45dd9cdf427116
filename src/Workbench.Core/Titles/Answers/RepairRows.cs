using LlmRec.Workbench.Storage;
using Microsoft.EntityFrameworkCore;

namespace LlmRec.Workbench.Titles.Answers;

/// <summary>What the repair queue holds.</summary>
public static class RepairRows
{
    /// <summary>Stands among the names of the checks for sentences that the rules wrote because the model gave nothing usable.</summary>
    public const string ByRule = "by-rule";

    /// <summary>The newest sentences of their products that wait for repair, narrowed as <paramref name="scope"/> says.</summary>
    internal static IQueryable<TitleNormalisation> InRepair(this IQueryable<TitleNormalisation> rows, WorkbenchDbContext db, TitleScope scope)
    {
        rows = rows.Where(t => t.State == TitleState.Repair && t.IsNewest);
        rows = scope.RunId is { } run ? rows.Where(t => db.TitleAnswers.Any(a => a.NormalisationId == t.Id && a.RunId == run)) : rows;
        rows = scope.Rows is { } ids ? rows.Where(t => EF.Parameter(ids).Contains(t.Id)) : rows;
        return scope.Violation is { Length: > 0 } violation ? rows.Breaking(violation) : rows;
    }

    /// <summary>Names are stored comma-separated.</summary>
    private static IQueryable<TitleNormalisation> Breaking(this IQueryable<TitleNormalisation> rows, string violation) =>
        violation == ByRule ? rows.Where(t => t.Source == TitleSource.Rule) : rows.Where(t => ("," + t.Violations + ",").Contains("," + violation + ","));
}
