using LlmRec.Workbench.Statistics;

namespace LlmRec.Workbench.Mapping.Settings;

/// <summary>
/// Sweeps the thresholds of a plan over what waits. A target is right or wrong for all pairs of its text at once, so the predicted precision is a sum of
/// independent Bernoulli variables weighted by pairs: mean Σmp/Σm, variance Σm²p(1−p)/(Σm)². Its interval is Wilson's at the sample size that has this variance,
/// which keeps it within 0 to 1 also where nearly everything is right.
/// </summary>
internal static class PlanCurve
{
    /// <param name="pairs">Every pair that waits.</param>
    /// <param name="targets">The candidates of their texts that may be approved: active categories.</param>
    public static AcceptancePlan Of(IReadOnlyCollection<PlannedPair> pairs, IEnumerable<PlannedTarget> targets)
    {
        var candidates = targets.Where(t => t.Score >= AcceptancePlan.Lowest).ToLookup(t => t.MappingId);
        var approvals = pairs.SelectMany(pair => candidates[pair.MappingId].Where(t => t.CategoryId != pair.SourceId).Select(target => (pair, target))).ToList();
        var ofPairs = Falling(approvals.GroupBy(a => a.pair).Select(g => g.Max(a => a.target.Score)));
        var ofTexts = Falling(approvals.GroupBy(a => a.pair.MappingId).Select(g => g.Max(a => a.target.Score)));
        var ofTargets = approvals.GroupBy(a => a.target).Select(g => (g.Key.Score, Pairs: g.Count())).OrderByDescending(t => t.Score).ToList();
        var sum = new WeightedShare();
        var (pairCount, textCount, targetCount) = (0, 0, 0);
        var points = new List<PlanPoint>();
        foreach (var threshold in AcceptancePlan.Thresholds.Reverse())
        {
            pairCount = Advance(ofPairs, pairCount, threshold);
            textCount = Advance(ofTexts, textCount, threshold);
            for (; targetCount < ofTargets.Count && ofTargets[targetCount].Score >= threshold; targetCount++)
            {
                sum = sum.With(ofTargets[targetCount].Score, ofTargets[targetCount].Pairs);
            }

            points.Add(new PlanPoint(threshold, pairCount, textCount, targetCount == 0 ? null : sum.Estimate()));
        }

        points.Reverse();
        return new AcceptancePlan(pairs.Count, pairs.Select(p => p.MappingId).Distinct().Count(), points);
    }

    private static List<double> Falling(IEnumerable<double> scores) => [.. scores.OrderDescending()];

    private static int Advance(List<double> falling, int from, double threshold)
    {
        while (from < falling.Count && falling[from] >= threshold)
        {
            from++;
        }

        return from;
    }

    /// <summary>Running sums of weighted Bernoulli variables.</summary>
    private readonly record struct WeightedShare(double Weight, double Expected, double Variance, int Count)
    {
        public WeightedShare With(double probability, int weight) => new(
            Weight + weight, Expected + (weight * probability), Variance + (weight * weight * probability * (1 - probability)), Count + 1);

        public Estimate Estimate()
        {
            var mean = Math.Min(1, Expected / Weight);
            var variance = Variance / (Weight * Weight);
            return Proportion.Of(mean, variance > 0 ? mean * (1 - mean) / variance : Count);
        }
    }
}
