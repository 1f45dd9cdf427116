using LlmRec.Workbench.Perplexity;

namespace LlmRec.Workbench.Titles.Answers;

/// <summary>What the default language model says of a title and its sentence. An endpoint is never asked: that would cost a call for every answer.</summary>
public sealed class TitleMeasurer(PerplexityScorers scorers)
{
    /// <summary>Null where no KenLM model can be used.</summary>
    internal async Task<TitleMeasure?> MeasureAsync(string title, string sentence, CancellationToken cancellationToken = default) =>
        await scorers.GetDefaultAsync(cancellationToken) is KenlmScorer scorer
            ? new TitleMeasure(scorer.Name, scorer.Score(title), scorer.Score(sentence))
            : null;
}
