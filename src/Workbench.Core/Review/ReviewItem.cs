using LlmRec.Workbench.Catalog;
using LlmRec.Workbench.Complements;
using LlmRec.Workbench.Mapping;
using LlmRec.Workbench.Mapping.Choices;

namespace LlmRec.Workbench.Review;

/// <summary>Everything that a reviewer needs to decide on one pair.</summary>
public sealed record ReviewItem : SubjectItem
{
    public required ReviewPair Pair { get; init; }

    /// <summary>What the mapping proposes, the best first.</summary>
    public required IReadOnlyList<ReviewCandidate> Candidates { get; init; }

    /// <summary>The other pairs of the same source category, at most <see cref="ReviewQueue.MaxSiblings"/>, the best score first.</summary>
    public required IReadOnlyList<SiblingPair> Siblings { get; init; }

    /// <summary>Where the mention comes from.</summary>
    public required IReadOnlyList<MentionOrigin> Origins { get; init; }

    /// <summary>A few products of the best candidate.</summary>
    public required IReadOnlyList<Item> SampleItems { get; init; }

    /// <summary>What models picked among the candidates, the newest answer of each.</summary>
    public IReadOnlyList<ModelVote> Votes { get; init; } = [];

    public override SubjectRef Subject => SubjectRef.Pair(Pair.Id);
}

/// <summary>The pair under review: where it starts, what the model said, what people have decided so far.</summary>
public sealed record ReviewPair(
    long Id, string SourceId, string SourcePath, string Text, MappingOutcome Outcome, double Score, int Support, PairStanding Standing);

/// <summary>One category that the mention may mean, with its probability and what each evidence source says.</summary>
public sealed record ReviewCandidate(int Rank, string CategoryId, string Path, double Score, bool Accepted, CandidateEvidence Evidence);

/// <summary>Another pair of the same source category; the target path is the approved one or else the best candidate's.</summary>
public sealed record SiblingPair(long PairId, string Text, string? TargetPath, double Score, PairState State);

/// <summary>A run that mentioned the pair: with which prompt version and model, and at which rank of its answer.</summary>
public sealed record MentionOrigin(int RunId, long RunItemId, string PromptName, int PromptVersion, string Model, bool Recorded, int Rank);
