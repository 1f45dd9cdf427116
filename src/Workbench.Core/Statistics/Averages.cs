namespace LlmRec.Workbench.Statistics;

/// <summary>Mean and median of finite numbers, in their unit; NaN for none.</summary>
public static class Averages
{
    public static double Mean(ReadOnlySpan<double> values)
    {
        var sum = 0.0;
        foreach (var value in values)
        {
            sum += value;
        }

        return sum / values.Length;
    }

    /// <summary>The middle value; between the two middle ones where their number is even.</summary>
    public static double Median(ReadOnlySpan<double> values)
    {
        var sorted = values.ToArray();
        Array.Sort(sorted);
        return OfSorted(sorted, 0.5);
    }

    /// <summary>
    /// The quantile at <paramref name="probability"/> (0 to 1) of ascending values, interpolated linearly: type 7 of Hyndman and Fan (1996), the default of R.
    /// </summary>
    public static double OfSorted(ReadOnlySpan<double> sorted, double probability)
    {
        if (sorted.IsEmpty)
        {
            return double.NaN;
        }

        var position = probability * (sorted.Length - 1);
        var below = (int)position;
        return below + 1 < sorted.Length ? sorted[below] + ((position - below) * (sorted[below + 1] - sorted[below])) : sorted[below];
    }
}
