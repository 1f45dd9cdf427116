using LlmRec.Workbench.Perplexity;
using LlmRec.Workbench.Titles.Comparison;

namespace LlmRec.Workbench.Web.Components.Pages.Titles;

/// <summary>The scorer that a page measures with. One whose calls cost money measures only after somebody has agreed; until then it shows what it remembers.</summary>
internal sealed record ScorerChoice(IPerplexityScorer? Scorer, IPerplexityScorer? Free, ScorerInfo? Info)
{
    public bool Costs => Info?.Kind == ScorerKind.Endpoint;

    /// <summary>Whether no language model can be used at all.</summary>
    public bool IsMissing => Scorer is null;

    public static async Task<ScorerChoice> FindAsync(PerplexityScorers scorers, ScoreCache cache, string? name, CancellationToken cancellationToken)
    {
        var scorer = (string.IsNullOrEmpty(name) ? null : await scorers.GetAsync(name, cancellationToken)) ?? await scorers.GetDefaultAsync(cancellationToken);
        var info = scorer is null ? null : scorers.All.FirstOrDefault(s => s.Name == scorer.Name);
        return new ScorerChoice(scorer, scorer is null || info?.Kind != ScorerKind.Endpoint ? scorer : cache.Remembered(scorer.Name), info);
    }
}
