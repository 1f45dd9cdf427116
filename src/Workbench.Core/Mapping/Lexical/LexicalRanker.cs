namespace LlmRec.Workbench.Mapping.Lexical;

/// <summary>The strength of lexical evidence: a weighted sum of <see cref="LexicalFeatures"/>, as a share of what an equal name on the first level gets.</summary>
/// <param name="weights">One per feature, in the order of their names.</param>
/// <param name="full">The sum that is strength 1.</param>
internal sealed class LexicalRanker(IReadOnlyList<double> weights, double full)
{
    /// <summary>Listwise (conditional) logit over both development sets; refitted by the benchmark "fusion".</summary>
    public static LexicalRanker Default { get; } = new(
        [2.80, 1.73, 1.54, 0.92, -0.84, 2.26, 0.98, -1.24, 0.29, 0.17, -3.35, -1.10, -0.78, -1.22, -1.00, -0.67, 0.25, 2.82, 2.03, 0.73, 1.70, -2.02, -1.23, 1.97, 1.89, -1.99, 1.45], 19);

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
