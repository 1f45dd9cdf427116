namespace LlmRec.Workbench.Titles.Answers;

/// <summary>What is stored of one answer.</summary>
/// <param name="Violations">Of the sentence itself, which may be the rule's.</param>
internal sealed record TitlePayload(TitleSubject Subject, string Sentence, TitleSource Source, IReadOnlyList<string> Violations, TitleMeasure? Measure);

/// <summary>The perplexities of a raw title and its sentence, per token, by one scorer.</summary>
internal sealed record TitleMeasure(string ScorerName, double? Raw, double? Sentence);
