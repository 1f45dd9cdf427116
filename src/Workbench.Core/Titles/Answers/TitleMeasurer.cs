using LlmRec.Workbench.Perplexity;

namespace LlmRec.Workbench.Titles.Answers;

/// <summary>What the default language model says of a title and its sentence. An endpoint is never asked: that would cost a call for every answer.</summary>
public sealed class TitleMeasurer(PerplexityScorers scorers)
{
    /// <summary>The title's words: the model's, or where there is none what stands between changes of script and punctuation.</summary>
    internal async Task<IReadOnlyList<string>> WordsAsync(string title, CancellationToken cancellationToken = default) =>
        await scorers.GetDefaultAsync(cancellationToken) is KenlmScorer scorer
            ? [.. scorer.Words(title).Where(word => word.Any(char.IsLetterOrDigit))]
            : ScriptWords.Split(title);

    /// <summary>Null where no KenLM model can be used.</summary>
    internal async Task<TitleMeasure?> MeasureAsync(string title, string sentence, CancellationToken cancellationToken = default) =>
        await scorers.GetDefaultAsync(cancellationToken) is KenlmScorer scorer
            ? new TitleMeasure(scorer.Name, scorer.Score(title), scorer.Score(sentence))
            : null;
}
