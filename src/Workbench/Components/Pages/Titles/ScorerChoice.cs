using LlmRec.Workbench.Perplexity;
using LlmRec.Workbench.Titles.Comparison;

namespace LlmRec.Workbench.Web.Components.Pages.Titles;

/// <summary>The scorer that an address names, else the default one.</summary>
internal sealed class ScorerChoice(PerplexityScorers scorers, ScoreCache cache)
{
    /// <summary>Null when no language model can be used.</summary>
    public ScorerInfo? Find(string? name)
    {
        var all = scorers.All;
        var named = string.IsNullOrEmpty(name) ? null : all.FirstOrDefault(s => s.Name == name || name.Equals(s.Profile, StringComparison.OrdinalIgnoreCase));
        return (named ?? all.FirstOrDefault(s => s.IsDefault)) is { Available: true } found ? found : null;
    }

    /// <summary>Calls of an endpoint cost money: unless somebody has agreed, it only gives what it has measured lately.</summary>
    public async Task<IPerplexityScorer?> OpenAsync(ScorerInfo? info, bool agreed, CancellationToken cancellationToken) =>
        info is null ? null
        : Costs(info) && !agreed ? cache.Remembered(info.Name)
        : await scorers.GetAsync(info.Name, cancellationToken);

    public static bool Costs(ScorerInfo? info) => info?.Kind == ScorerKind.Endpoint;
}
