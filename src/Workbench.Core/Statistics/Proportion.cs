using MathNet.Numerics.Distributions;

namespace LlmRec.Workbench.Statistics;

/// <summary>A part of a whole as a share, 0 to 1.</summary>
public static class Proportion
{
    private static readonly double Z = Normal.InvCDF(0, 1, (1 + Estimate.Confidence) / 2);

    /// <summary>Wilson's score interval without continuity correction (JASA 22, 1927; Newcombe 1998, method 3); NaN for a whole of none.</summary>
    public static Estimate Of(int part, int whole)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(part);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(part, whole);
        double n = whole;
        var share = part / n;
        var centre = share + (Z * Z / (2 * n));
        var reach = Z * Math.Sqrt((share * (1 - share) / n) + (Z * Z / (4 * n * n)));
        var scale = 1 + (Z * Z / n);
        return new Estimate(share, Math.Max(0, (centre - reach) / scale), Math.Min(1, (centre + reach) / scale));
    }
}
