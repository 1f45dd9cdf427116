namespace LlmRec.Workbench.Review;

/// <summary>A decision on one proposed title, made while looking at its <paramref name="Version"/>.</summary>
/// <param name="Text">The sentence as it is approved, edited or not; ignored by the other decisions.</param>
public sealed record TitleJudgmentRequest(long TitleId, int Version, Decision Decision, string Text = "", string Reason = "")
    : SubjectRequest(Version, Decision, Reason)
{
    /// <summary>The longest sentence that is taken, in UTF-16 units. The published limit is far lower; a person may break that one, and sees it.</summary>
    public const int MaxText = 200;

    public override SubjectRef Subject => SubjectRef.Title(TitleId);

    internal override IReadOnlyList<Decision> Possible => [Decision.Approve, Decision.Reject, Decision.Repair];

    /// <summary><see cref="Text"/> on one line: breaks and control characters become spaces.</summary>
    internal string Line => string.Join(' ', string.Concat(Text.Select(c => char.IsControl(c) ? ' ' : c)).Split(' ', StringSplitOptions.RemoveEmptyEntries));

    internal override Judgment ToJudgment(JudgmentBatch batch, long? replacesId) => new()
    {
        TitleId = TitleId,
        BatchId = batch.Id,
        Decision = Decision,
        Text = Decision == Decision.Approve ? Line : "",
        Reason = Reason.Trim(),
        By = batch.By,
        At = batch.At,
        ReplacesId = replacesId,
    };
}
