using MathNet.Numerics.Distributions;

namespace LlmRec.Workbench.Statistics;

/// <summary>
/// McNemar's test (Psychometrika 12, 1947) that two ways of answering the same questions are right equally often, in its exact form: of the questions on which they
/// differ, each way wins with probability ½.
/// </summary>
/// <param name="Lost">Questions that only the first way answers right.</param>
/// <param name="Won">Questions that only the second way answers right.</param>
/// <param name="P">Two-sided, 0 to 1; 1 where the ways never differ.</param>
public sealed record McNemarTest(int Lost, int Won, double P)
{
    public static McNemarTest Of(int lost, int won)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(lost);
        ArgumentOutOfRangeException.ThrowIfNegative(won);
        var differing = lost + won;
        return new McNemarTest(lost, won, differing == 0 ? 1 : Math.Min(1, 2 * Binomial.CDF(0.5, differing, Math.Min(lost, won))));
    }
}
