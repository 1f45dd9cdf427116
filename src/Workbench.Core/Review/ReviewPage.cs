using LlmRec.Workbench.Complements;
using LlmRec.Workbench.Mapping;

namespace LlmRec.Workbench.Review;

/// <summary>A stretch of the review queue and how long the whole queue is.</summary>
public sealed record ReviewPage(int Total, IReadOnlyList<ReviewRow> Rows);

/// <summary>One pair as the queue shows it.</summary>
public sealed record ReviewRow(
    long PairId, string SourceId, string SourcePath, string Text, MappingOutcome Outcome, double Score, PairState State);

/// <summary>How many pairs a filter holds, whatever its state and outcome say: by state, and by outcome among those of the filter's state.</summary>
public sealed record ReviewCounts(IReadOnlyDictionary<PairState, int> States, IReadOnlyDictionary<MappingOutcome, int> Outcomes)
{
    public int Total => States.Values.Sum();
    public int Waiting => States.GetValueOrDefault(PairState.Waiting);
    public int Judged => Total - Waiting;
}
