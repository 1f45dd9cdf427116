namespace LlmRec.Workbench.Mapping.Lexical;

/// <summary>The strength of lexical evidence: a weighted sum of <see cref="LexicalFeatures"/>, as a share of what an equal name on the first level gets.</summary>
/// <param name="weights">One per feature, in the order of their names.</param>
/// <param name="full">The sum that is strength 1.</param>
internal sealed class LexicalRanker(IReadOnlyList<double> weights, double full)
{
    /// <summary>Listwise (conditional) logit over both development sets; refitted by the benchmark "fusion".</summary>
    public static LexicalRanker Default { get; } = new(
        [3.35, 2.83, 2.74, 0.55, -0.67, 2.68, 2.30, -0.58, -3.66, -1.01, -1.32, -2.94, -3.44, -0.58, -0.63, 1.25, 3.07, 1.85, 0.60, 2.15], 15);

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
