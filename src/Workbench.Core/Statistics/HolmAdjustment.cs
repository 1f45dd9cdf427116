namespace LlmRec.Workbench.Statistics;

/// <summary>
/// Holm's step-down adjustment (Scandinavian Journal of Statistics 6, 1979): of many tests made at once, those whose adjusted p is below α hold together with an
/// error below α.
/// </summary>
public static class HolmAdjustment
{
    /// <summary>Adjusted p values, 0 to 1, in the order of the given ones; never below them.</summary>
    public static IReadOnlyList<double> Of(IReadOnlyList<double> p)
    {
        var adjusted = new double[p.Count];
        var largest = 0.0;
        var rank = 0;
        foreach (var i in Enumerable.Range(0, p.Count).OrderBy(i => p[i]))
        {
            largest = Math.Max(largest, Math.Min(1, p[i] * (p.Count - rank++)));
            adjusted[i] = largest;
        }

        return adjusted;
    }
}
