namespace LlmRec.Workbench.Review;

/// <summary>A person's decision on a pair or on a proposed title. Append-only: undoing adds a row too.</summary>
public sealed class Judgment
{
    private const char Separator = '\t';

    public long Id { get; init; }

    /// <summary>The pair that it decides on; null when it decides on a title.</summary>
    public long? PairId { get; init; }

    /// <summary>The title normalisation that it decides on; null when it decides on a pair.</summary>
    public long? TitleId { get; init; }

    /// <summary>The pair or the title.</summary>
    public SubjectRef Subject => PairId is { } pairId ? SubjectRef.Pair(pairId) : SubjectRef.Title(TitleId!.Value);

    public long BatchId { get; init; }
    public Decision Decision { get; init; }

    /// <summary>The approved category IDs, separated by a tab; empty for the other decisions.</summary>
    public string TargetIds { get; init; } = "";

    /// <summary>The approved sentence of a title, edited or not; empty for everything else.</summary>
    public string Text { get; init; } = "";

    /// <summary>Rank of the machine's candidate that was chosen; null when the expert searched the tree.</summary>
    public int? CandidateRank { get; init; }

    public string Reason { get; init; } = "";
    public required string By { get; init; }
    public DateTimeOffset At { get; init; }

    /// <summary>The judgment that stood before this one; for <see cref="Decision.Undo"/>, the one that is taken back.</summary>
    public long? ReplacesId { get; init; }

    /// <summary>The judgment chose something else than the machine's first candidate, so its text has a meaning that is worth remembering.</summary>
    public bool IsCorrection => PairId is not null && Decision == Decision.Approve && CandidateRank != 1;

    /// <summary>The IDs of <see cref="TargetIds"/>.</summary>
    public IReadOnlyList<string> Targets() => Split(TargetIds);

    public static IReadOnlyList<string> Split(string targetIds) => targetIds.Length == 0 ? [] : targetIds.Split(Separator);

    public static string Join(IEnumerable<string> targetIds) => string.Join(Separator, targetIds);
}
