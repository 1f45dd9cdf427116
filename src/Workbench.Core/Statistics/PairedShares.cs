namespace LlmRec.Workbench.Statistics;

/// <summary>
/// The difference of two shares of the same subjects, second minus first, -1 to 1, with Newcombe's interval for paired proportions (Statistics in Medicine 17, 1998,
/// pp. 2635–2650, method 10): built from Wilson's intervals, so that it holds with few subjects and at the ends. Beside it McNemar's exact test.
/// </summary>
/// <param name="Difference">95 % interval; NaN without subjects.</param>
public sealed record PairedShares(Estimate Difference, McNemarTest Test)
{
    /// <param name="both">Subjects that are in both shares.</param>
    /// <param name="onlyFirst">Subjects that are in the first share only.</param>
    /// <param name="onlySecond">Subjects that are in the second share only.</param>
    /// <param name="neither">Subjects that are in neither.</param>
    public static PairedShares Of(int both, int onlyFirst, int onlySecond, int neither)
    {
        var subjects = both + onlyFirst + onlySecond + neither;
        var (first, second) = (Proportion.Of(both + onlyFirst, subjects), Proportion.Of(both + onlySecond, subjects));
        var difference = second.Value - first.Value;
        var correlation = Correlation(both, onlyFirst, onlySecond, neither);
        var low = Reach(second.Value - second.Low, first.High - first.Value, correlation);
        var high = Reach(second.High - second.Value, first.Value - first.Low, correlation);
        return new PairedShares(new Estimate(difference, Math.Max(-1, difference - low), Math.Min(1, difference + high)), McNemarTest.Of(onlyFirst, onlySecond));
    }

    /// <summary>Pair by pair: whether the subject is in the first and in the second share.</summary>
    public static PairedShares Of(IReadOnlyCollection<(bool First, bool Second)> pairs) => Of(
        pairs.Count(p => p is (true, true)), pairs.Count(p => p is (true, false)), pairs.Count(p => p is (false, true)), pairs.Count(p => p is (false, false)));

    /// <summary>Phi with Newcombe's continuity correction of positive association: the numerator loses n/2, but not below 0.</summary>
    private static double Correlation(double a, double b, double c, double d)
    {
        var margins = (a + b) * (c + d) * (a + c) * (b + d);
        if (margins == 0)
        {
            return 0;
        }

        var association = (a * d) - (b * c);
        var corrected = association > 0 ? Math.Max(0, association - ((a + b + c + d) / 2)) : association;
        return corrected / Math.Sqrt(margins);
    }

    private static double Reach(double one, double other, double correlation) =>
        Math.Sqrt(Math.Max(0, (one * one) - (2 * correlation * one * other) + (other * other)));
}
