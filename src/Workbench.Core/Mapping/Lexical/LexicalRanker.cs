namespace LlmRec.Workbench.Mapping.Lexical;

/// <summary>The strength of lexical evidence: a weighted sum of <see cref="LexicalFeatures"/>, as a share of what an equal name on the first level gets.</summary>
/// <param name="weights">One per feature, in the order of their names.</param>
/// <param name="full">The sum that is strength 1.</param>
internal sealed class LexicalRanker(IReadOnlyList<double> weights, double full)
{
    /// <summary>Listwise (conditional) logit over both development sets; refitted by the benchmark "fusion".</summary>
    public static LexicalRanker Default { get; } = new(
        [3.74, 2.33, 3.05, 0.72, -0.62, 2.97, 1.79, -0.92, 0.60, 0.15, -3.03, -1.16, -1.69, -1.73, -0.52, -0.60, 1.29, 2.93, 1.72, 0.56, 2.51], 19);

    public double Strength(double[] features)
    {
        var sum = 0d;
        for (var i = 0; i < features.Length; i++)
        {
            sum += weights[i] * features[i];
        }

        return Math.Clamp(sum / full, 0, 1);
    }
}
