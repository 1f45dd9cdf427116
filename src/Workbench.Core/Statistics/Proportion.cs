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
        return Of(part / (double)whole, whole);
    }

    /// <summary>The same interval around a share that was not counted, at the sample size that it is worth.</summary>
    public static Estimate Of(double share, double size)
    {
        var centre = share + (Z * Z / (2 * size));
        var reach = Z * Math.Sqrt((share * (1 - share) / size) + (Z * Z / (4 * size * size)));
        var scale = 1 + (Z * Z / size);
        return new Estimate(share, Math.Max(0, (centre - reach) / scale), Math.Min(1, (centre + reach) / scale));
    }
}
