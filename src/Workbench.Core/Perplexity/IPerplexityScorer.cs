namespace LlmRec.Workbench.Perplexity;

/// <summary>Scores texts with one language model. Figures of two scorers are never compared: every figure carries <see cref="Name"/>.</summary>
public interface IPerplexityScorer
{
    /// <summary>Names model and method, for example <c>zh_CN.lm</c> or <c>qwen (prompt_logprobs)</c>.</summary>
    string Name { get; }

    /// <summary>One score per text, in order; null where the model cannot score a text (for example an empty one).</summary>
    /// <param name="texts">Any number; equal texts have equal scores.</param>
    /// <param name="progress">Is told how many texts are done.</param>
    /// <param name="cancellationToken">Ends the work early; what an endpoint has answered by then is kept.</param>
    Task<IReadOnlyList<TextScore?>> ScoreAsync(IReadOnlyList<string> texts, IProgress<int>? progress = null, CancellationToken cancellationToken = default);
}
