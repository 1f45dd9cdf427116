namespace LlmRec.Workbench.Runs;

/// <summary>A run with its live figures.</summary>
/// <param name="Counts">Items per outcome; an outcome without items is missing.</param>
/// <param name="Rate">Items finished per second over the last half minute of work; 0 when idle.</param>
/// <param name="TimeLeft">Null while unknown or when nothing is pending.</param>
public sealed record RunSummary(
    Run Run, IReadOnlyDictionary<ItemOutcome, int> Counts, decimal Cost, long InputTokens, long OutputTokens, int FromCache, double Rate, TimeSpan? TimeLeft)
{
    public int Pending => Counts.GetValueOrDefault(ItemOutcome.Pending);
    public int Done => Run.ItemCount - Pending;
    public bool IsLive => Run.Status == RunStatus.Running;
}
