namespace LlmRec.Workbench.Perplexity;

/// <summary>Scores texts with a KenLM model, cut into the model's own words.</summary>
public sealed class KenlmScorer(LanguageModel model, string name) : IPerplexityScorer
{
    private readonly Segmenter _segmenter = new(model);

    public string Name => name;

    /// <summary>The score of one text, as it is cut by the model's own words; null when there is nothing to score.</summary>
    public TextScore? Score(string text) => _segmenter.Segment(text).Count == 0 ? null : throw new LanguageModelException($"{name} cannot be read yet.");

    public Task<IReadOnlyList<TextScore?>> ScoreAsync(IReadOnlyList<string> texts, IProgress<int>? progress = null, CancellationToken cancellationToken = default) =>
        Task.FromResult<IReadOnlyList<TextScore?>>([.. texts.Select(Score)]);
}
