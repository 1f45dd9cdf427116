namespace LlmRec.Workbench.Review;

/// <summary>How a judgment ended; nothing was written unless it is <see cref="Done"/>.</summary>
public abstract record JudgmentResult
{
    private JudgmentResult()
    {
    }

    /// <summary>The judgment stands; <paramref name="BatchId"/> undoes it.</summary>
    public sealed record Done(long BatchId, int Version) : JudgmentResult;

    /// <summary>Somebody judged the pair or title since the caller looked at it: both sides, for a person to choose.</summary>
    public sealed record Conflict(SubjectRequest Yours, Standing Current) : JudgmentResult;

    /// <summary>The request makes no sense as it is.</summary>
    public sealed record Refused(JudgmentProblem Problem, string Message) : JudgmentResult;
}

/// <summary>Why a judgment was refused.</summary>
public enum JudgmentProblem
{
    UnknownPair,
    NoTarget,

    /// <summary>The target is not in the tree, or an import has retired it.</summary>
    UnknownTarget,

    /// <summary>A category does not complement itself.</summary>
    TargetIsSource,

    UnknownTitle,

    /// <summary>An approved title is a sentence.</summary>
    NoText,

    /// <summary>The sentence is longer than <see cref="TitleJudgmentRequest.MaxText"/>.</summary>
    TextTooLong,
}
