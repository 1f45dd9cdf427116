namespace LlmRec.Workbench.Perplexity;

/// <summary>The scorers of this installation: KenLM models in the data folder, and model profiles that give log-probabilities.</summary>
public sealed class PerplexityScorers
{
    private readonly List<IPerplexityScorer> _usable = [];

    /// <summary>Everything that is configured or found, usable or not, in the order in which it is offered.</summary>
    public IReadOnlyList<ScorerInfo> All { get; } = [];

    /// <summary>The scorer that measures unless another one is asked for; null when none can be used.</summary>
    public Task<IPerplexityScorer?> GetDefaultAsync(CancellationToken cancellationToken = default) => Task.FromResult(_usable.Find(_ => true));

    /// <summary>The scorer of this name; null when there is none or it cannot be used, which <see cref="All"/> explains.</summary>
    public Task<IPerplexityScorer?> GetAsync(string name, CancellationToken cancellationToken = default) =>
        Task.FromResult(_usable.Find(s => s.Name == name));
}
