using LlmRec.Workbench.Complements;
using LlmRec.Workbench.Mapping;

namespace LlmRec.Workbench.Review;

/// <summary>One pair as the queue shows it.</summary>
public sealed record ReviewRow(
    long PairId, string SourceId, string SourcePath, string Text, MappingOutcome Outcome, double Score, PairState State);

/// <summary>How many pairs a filter holds, whatever its state and outcome say: by state, and by outcome among those of the filter's state.</summary>
public sealed record ReviewCounts(IReadOnlyDictionary<PairState, int> States, IReadOnlyDictionary<MappingOutcome, int> Outcomes)
    : QueueCounts(States.Values.Sum(), States.Where(s => s.Key != PairState.Waiting).Sum(s => s.Value));
