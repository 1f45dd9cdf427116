using LlmRec.Workbench.Mapping;

namespace LlmRec.Workbench.Releases;

/// <summary>One target of one approved pair as it is stored, with the evidence of its candidate and the judgment that stands.</summary>
internal sealed record ApprovedTarget
{
    public required long PairId { get; init; }
    public required string SourceId { get; init; }
    public required string TargetId { get; init; }
    public required string Text { get; init; }
    public required MappingCandidate? Candidate { get; init; }
    public required ApprovalFacts? Approval { get; init; }

    public double Score => Math.Round(Candidate?.Score ?? 1, 6);

    public string Method => Candidate is null || Approval is null or { ChoseCandidates: false } ? ReleaseMethods.Manual : ReleaseMethods.Strongest(Candidate.Evidence());
}

/// <summary>Who approved; <c>ChoseCandidates</c> is false when the person searched the tree.</summary>
internal sealed record ApprovalFacts(long JudgmentId, bool ChoseCandidates, string By, DateTimeOffset At);

/// <summary>A mention that supports an approved pair.</summary>
internal sealed record SupportingMention(long PairId, int RunId, string Text);

/// <summary>A category's place in the tree.</summary>
internal sealed record CategoryFacts(string Path, bool Retired);
