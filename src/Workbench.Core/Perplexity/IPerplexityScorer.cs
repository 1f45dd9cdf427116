namespace LlmRec.Workbench.Perplexity;

/// <summary>Scores texts with one language model. Figures of two scorers are never compared: every figure carries <see cref="Name"/>.</summary>
public interface IPerplexityScorer
{
    /// <summary>Names model and method, for example <c>zh_CN.lm</c> or <c>qwen (prompt_logprobs)</c>.</summary>
    string Name { get; }

    /// <summary>One score per text, in order; null where the model cannot score a text (for example an empty one).</summary>
    Task<IReadOnlyList<TextScore?>> ScoreAsync(IReadOnlyList<string> texts, IProgress<int>? progress = null, CancellationToken cancellationToken = default);
}
