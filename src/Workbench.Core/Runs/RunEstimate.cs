namespace LlmRec.Workbench.Runs;

/// <summary>What a run will probably take.</summary>
/// <param name="Items">Subjects in scope.</param>
/// <param name="Cached">How many of them the response cache will answer, extrapolated from <paramref name="Sampled"/> prompts.</param>
/// <param name="InputTokens">All items together.</param>
/// <param name="OutputTokens">All items together: the mean of this model's earlier answers, else a fixed guess.</param>
/// <param name="Cost">Without the cached part; null where the profile has no price.</param>
/// <param name="Duration">At the profile's concurrency and its earlier latency.</param>
public sealed record RunEstimate(
    int Items, int Cached, int Sampled, long InputTokens, long OutputTokens, decimal? Cost, string Currency, TimeSpan Duration)
{
    public int Calls => Items - Cached;
}
