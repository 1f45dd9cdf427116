using LlmRec.Workbench.Titles;

namespace LlmRec.Workbench.Review;

/// <summary>One proposed title as the queue shows it.</summary>
/// <param name="Text">The approved sentence, or else the proposed one.</param>
/// <param name="Ratio">Perplexity of the sentence over that of the raw title; null while not measured.</param>
public sealed record ReviewTitleRow(long TitleId, string RawTitle, string Text, TitleState State, TitleSource Source, double? Ratio);

/// <summary>How many titles a filter holds: by state whatever its state, and by broken check whatever its check.</summary>
public sealed record TitleCounts(IReadOnlyDictionary<TitleState, int> States, IReadOnlyDictionary<string, int> Violations, int Judged)
    : QueueCounts(States.Values.Sum(), Judged);
