using LlmRec.Workbench.Perplexity;

namespace LlmRec.Workbench.Titles.Answers;

/// <summary>What is stored of one answer.</summary>
/// <param name="Violations">Of the sentence itself, which may be the rule's.</param>
internal sealed record TitlePayload(TitleSubject Subject, string Sentence, TitleSource Source, IReadOnlyList<string> Violations, TitleMeasure? Measure);

/// <summary>What one scorer says of a raw title and its sentence; null for a text that it cannot score.</summary>
internal sealed record TitleMeasure(string ScorerName, TextScore? Raw, TextScore? Sentence)
{
    public double? RawPerToken => PerToken(Raw);

    public double? SentencePerToken => PerToken(Sentence);

    private static double? PerToken(TextScore? score) => score is not null && double.IsFinite(score.PerToken) ? score.PerToken : null;
}
