namespace LlmRec.Workbench.Review;

/// <summary>A decision on one pair, made while looking at its <paramref name="Version"/>.</summary>
/// <param name="TargetIds">The complement categories; at least one for <see cref="Decision.Approve"/>, none otherwise.</param>
/// <param name="CandidateRank">Rank of the candidate that was chosen; null when the expert searched the tree or chose several.</param>
public sealed record JudgmentRequest(
    long PairId, int Version, Decision Decision, IReadOnlyList<string> TargetIds, int? CandidateRank = null, string Reason = "")
    : SubjectRequest(Version, Decision, Reason)
{
    public override SubjectRef Subject => SubjectRef.Pair(PairId);

    internal override IReadOnlyList<Decision> Possible => [Decision.Approve, Decision.Reject, Decision.NoCategory];

    internal override Judgment ToJudgment(JudgmentBatch batch, long? replacesId) => new()
    {
        PairId = PairId,
        BatchId = batch.Id,
        Decision = Decision,
        TargetIds = Decision == Decision.Approve ? Judgment.Join(TargetIds.Distinct()) : "",
        CandidateRank = Decision == Decision.Approve ? CandidateRank : null,
        Reason = Reason.Trim(),
        By = batch.By,
        At = batch.At,
        ReplacesId = replacesId,
    };
}
