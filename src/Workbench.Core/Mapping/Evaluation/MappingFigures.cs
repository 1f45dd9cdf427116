using LlmRec.Workbench.Statistics;

namespace LlmRec.Workbench.Mapping.Evaluation;

/// <summary>How good the mapping of some names is, each share with Wilson's 95 % interval.</summary>
/// <param name="Stratum">The part of the set; <see cref="All"/> for the whole.</param>
/// <param name="Names">Names in it, with and without a right category.</param>
/// <param name="AtOne">P@1: the first candidate is right. Of the names that have a right category, as the recalls.</param>
/// <param name="AtFive">Recall@5: a right one is among the first five.</param>
/// <param name="AtTen">Recall@10.</param>
/// <param name="Accepted">Taken without a person, of all names.</param>
/// <param name="Precision">First candidate right, of the accepted.</param>
/// <param name="Refused">Answered with "no category", of the names that have none.</param>
/// <param name="Outcomes">How many names ended how.</param>
/// <param name="Brier">See <see cref="Calibration.Brier"/>.</param>
/// <param name="LogLoss">See <see cref="Calibration.LogLoss"/>.</param>
public sealed record MappingFigures(
    string Stratum, int Names, Rate AtOne, Rate AtFive, Rate AtTen, Rate Accepted, Rate Precision, Rate Refused, IReadOnlyDictionary<MappingOutcome, int> Outcomes,
    double? Brier, double? LogLoss)
{
    public const string All = "all";

    public static MappingFigures Of(string stratum, IReadOnlyCollection<NameVerdict> verdicts)
    {
        var having = verdicts.Where(v => v.Gold.HasCategory).ToList();
        var accepted = verdicts.Where(v => v.IsAccepted).ToList();
        var calibration = Calibration.Of([.. verdicts.Select(v => v.Prediction)]);
        return new MappingFigures(
            stratum, verdicts.Count, Rate.Of(having, v => v.IsWithin(1)), Rate.Of(having, v => v.IsWithin(5)), Rate.Of(having, v => v.IsWithin(10)),
            new Rate(accepted.Count, verdicts.Count), Rate.Of(accepted, v => v.IsRight),
            Rate.Of([.. verdicts.Where(v => !v.Gold.HasCategory)], v => v.Outcome == MappingOutcome.NoCategory),
            Enum.GetValues<MappingOutcome>().ToDictionary(outcome => outcome, outcome => verdicts.Count(v => v.Outcome == outcome)), calibration.Brier, calibration.LogLoss);
    }

    /// <summary>The whole set first, then its strata in the order in which they first come up.</summary>
    public static IReadOnlyList<MappingFigures> PerStratum(IReadOnlyCollection<NameVerdict> verdicts) =>
    [
        Of(All, verdicts),
        .. verdicts.Where(v => v.Gold.Stratum.Length > 0).GroupBy(v => v.Gold.Stratum).Select(stratum => Of(stratum.Key, [.. stratum])),
    ];
}
