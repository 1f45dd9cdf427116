namespace LlmRec.Workbench.Statistics;

/// <summary>A figure with the interval that holds the true one with 95 % confidence; all three in the unit of the figure.</summary>
public readonly record struct Estimate(double Value, double Low, double High)
{
    /// <summary>Confidence of every interval.</summary>
    public const double Confidence = 0.95;
}
