using LlmRec.Workbench.Mapping.Evaluation;

namespace LlmRec.Workbench.Web.Components.Pages.Mapping;

/// <summary>Which names of a report are shown, as its address says it.</summary>
/// <param name="Setting">b for the second setting; otherwise the first.</param>
/// <param name="Which">accepted: taken without a person and wrong; missed: no right one in the first ten; fixed or broken by the second setting; otherwise all.</param>
/// <param name="Name">The row whose detail is open, counted from 0 in the report's own order.</param>
public sealed record NamesAddress(string? Setting, string? Which, string? Stratum, string? Search, int? Name)
{
    public const string B = "b";
    public const string Accepted = "accepted";
    public const string Missed = "missed";
    public const string Fixed = "fixed";
    public const string Broken = "broken";

    public SettingReport Of(EvaluationReport report) => Setting == B && report.B is { } b ? b : report.A;

    public bool Shows(NameVerdict verdict) => ShowsText(verdict.Gold) && Which switch
    {
        Accepted => verdict.IsAccepted,
        Missed => verdict.RightRank == 0 && verdict.Gold.HasCategory,
        _ => true,
    };

    public bool Shows(ChangedName changed) => ShowsText(changed.A.Gold) && Which switch
    {
        Fixed => changed.IsFixed,
        Broken => !changed.IsFixed,
        _ => true,
    };

    private bool ShowsText(GoldName gold) => (string.IsNullOrEmpty(Stratum) || gold.Stratum == Stratum)
        && (string.IsNullOrWhiteSpace(Search) || gold.Name.Contains(Search.Trim(), StringComparison.OrdinalIgnoreCase));
}
