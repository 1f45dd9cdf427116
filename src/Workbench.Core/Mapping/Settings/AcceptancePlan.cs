namespace LlmRec.Workbench.Mapping.Settings;

/// <summary>
/// The acceptance curve of a queue, computed once so that a slider can move over it. Thresholds lie on a fixed grid, so that the number that a plan names is
/// the number that the rule then accepts.
/// </summary>
/// <param name="Pairs">All pairs that wait.</param>
/// <param name="Texts">The distinct texts of those pairs.</param>
/// <param name="Points">One for each threshold of <see cref="Thresholds"/>, the lowest first.</param>
public sealed record AcceptancePlan(int Pairs, int Texts, IReadOnlyList<PlanPoint> Points)
{
    /// <summary>A candidate that is more probably wrong than right is never accepted, whatever the target.</summary>
    public const double Lowest = 0.5;

    /// <summary>The target precisions that people can choose between.</summary>
    public const double LowestTarget = 0.8;
    public const double HighestTarget = 0.999;

    /// <summary>0.5 to 0.99 in thousandths, then to 0.9999 in ten thousandths.</summary>
    public static IReadOnlyList<double> Thresholds { get; } =
        [.. Enumerable.Range(500, 490).Select(step => step / 1000.0), .. Enumerable.Range(9900, 100).Select(step => step / 10_000.0)];

    /// <summary>
    /// The lowest threshold at which the predicted precision of what is accepted reaches the target. Where no waiting pair could be accepted the queue says
    /// nothing, and the threshold is the target itself: then each single candidate is at least as probably right as is wanted of all together.
    /// </summary>
    public PlanPoint For(double targetPrecision)
    {
        CheckTarget(targetPrecision);
        return Points.FirstOrDefault(p => p.Predicted is { } predicted && predicted.Value >= targetPrecision) ?? At(targetPrecision);
    }

    /// <summary>The point of the first threshold at or above <paramref name="acceptFrom"/>.</summary>
    public PlanPoint At(double acceptFrom) => Points.FirstOrDefault(p => p.AcceptFrom >= acceptFrom) ?? Points[^1];

    internal static void CheckTarget(double targetPrecision)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(targetPrecision, LowestTarget);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(targetPrecision, HighestTarget);
    }
}
