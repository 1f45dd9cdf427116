using System.Text.Json.Serialization;

namespace LlmRec.Workbench.Statistics;

/// <summary>A counted part of a counted whole. Share and Wilson's 95 % interval are 0 to 1, and null for a whole of none, because JSON knows no NaN.</summary>
public readonly record struct Rate(int Part, int Whole)
{
    public double? Share => Whole == 0 ? null : Interval.Value;

    public double? Low => Whole == 0 ? null : Interval.Low;

    public double? High => Whole == 0 ? null : Interval.High;

    /// <summary>NaN for a whole of none. Throws for a part that is negative or larger than the whole.</summary>
    [JsonIgnore]
    public Estimate Interval => Proportion.Of(Part, Whole);

    public static Rate Of<T>(IReadOnlyCollection<T> whole, Func<T, bool> isPart) => new(whole.Count(isPart), whole.Count);
}
