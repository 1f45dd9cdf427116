using LlmRec.Workbench.Statistics;

namespace LlmRec.Workbench.Mapping.Evaluation;

/// <summary>Two settings over the same names, B minus A.</summary>
/// <param name="Changed">Names whose first candidate is right in one setting only; at most <see cref="SettingReport.MostWrong"/>.</param>
/// <param name="Fixed">Right with B only; all of them.</param>
/// <param name="Broken">Right with A only; all of them.</param>
public sealed record SettingsComparison(IReadOnlyList<StratumDifference> Strata, IReadOnlyList<ChangedName> Changed, int Fixed, int Broken)
{
    /// <param name="a">One verdict per name.</param>
    /// <param name="b">Of the same names in the same order.</param>
    public static SettingsComparison Of(IReadOnlyList<NameVerdict> a, IReadOnlyList<NameVerdict> b)
    {
        var pairs = a.Zip(b).ToList();
        var strata = pairs.Where(p => p.First.Gold.Stratum.Length > 0).GroupBy(p => p.First.Gold.Stratum);
        var changed = pairs.Where(p => p.First.IsRight != p.Second.IsRight).Select(p => new ChangedName(p.First, p.Second)).ToList();
        return new SettingsComparison(
            [StratumDifference.Of(MappingFigures.All, pairs), .. strata.Select(s => StratumDifference.Of(s.Key, [.. s]))],
            [.. changed.Take(SettingReport.MostWrong)], changed.Count(c => c.IsFixed), changed.Count(c => !c.IsFixed));
    }
}

/// <summary>What changed in one stratum, with intervals for paired shares. Null where the stratum has no name to count.</summary>
/// <param name="AtOne">Of the names that have a right category.</param>
/// <param name="Accepted">Of all names.</param>
public sealed record StratumDifference(string Stratum, PairedShares? AtOne, PairedShares? AtFive, PairedShares? AtTen, PairedShares? Accepted)
{
    internal static StratumDifference Of(string stratum, IReadOnlyCollection<(NameVerdict First, NameVerdict Second)> pairs) => new(
        stratum, Shares(pairs.Where(p => p.First.Gold.HasCategory), v => v.IsRight), Shares(pairs.Where(p => p.First.Gold.HasCategory), v => v.IsWithin(5)),
        Shares(pairs.Where(p => p.First.Gold.HasCategory), v => v.IsWithin(10)),
        Shares(pairs, v => v.IsAccepted));

    /// <summary>Null without names.</summary>
    internal static PairedShares? Shares(IEnumerable<(NameVerdict First, NameVerdict Second)> pairs, Func<NameVerdict, bool> isPart)
    {
        var parts = pairs.Select(p => (isPart(p.First), isPart(p.Second))).ToList();
        return parts.Count == 0 ? null : PairedShares.Of(parts);
    }
}

/// <summary>A name that only one of two settings gets right.</summary>
public sealed record ChangedName(NameVerdict A, NameVerdict B)
{
    /// <summary>Right with B only; otherwise right with A only.</summary>
    public bool IsFixed => B.IsRight;
}
