namespace LlmRec.Workbench.Review;

/// <summary>A decision on one subject, made while looking at its <paramref name="Version"/>.</summary>
public abstract record SubjectRequest(int Version, Decision Decision, string Reason)
{
    public abstract SubjectRef Subject { get; }

    /// <summary>The decisions that make sense for this kind of subject.</summary>
    internal abstract IReadOnlyList<Decision> Possible { get; }

    /// <summary>The row that is appended when the decision stands.</summary>
    internal abstract Judgment ToJudgment(JudgmentBatch batch, long? replacesId);
}
