using LlmRec.Workbench.Perplexity;

namespace LlmRec.Workbench.Tests.Titles.Comparison;

/// <summary>Finds long texts unlikely: ten tokens each, one of them unknown, a tenth of log10 per letter. Counts what it was asked.</summary>
internal sealed class LengthScorer : IPerplexityScorer
{
    public string Name => "length";

    public int Asked { get; private set; }

    /// <summary>The perplexity per token that this scorer gives.</summary>
    public static double PerToken(string text) => Math.Pow(10, text.Length * 0.1 / 10);

    public Task<IReadOnlyList<TextScore?>> ScoreAsync(IReadOnlyList<string> texts, IProgress<int>? progress = null, CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        Asked += texts.Count;
        return Task.FromResult<IReadOnlyList<TextScore?>>([.. texts.Select(Score)]);
    }

    private static TextScore? Score(string text) => text.Length == 0 ? null : new TextScore(-0.1 * text.Length, 10, 1, -0.05, text.Length);
}
