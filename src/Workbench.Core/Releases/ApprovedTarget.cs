namespace LlmRec.Workbench.Releases;

/// <summary>One target of one approved pair as it is stored, with the evidence of its candidate and the judgment that stands.</summary>
internal sealed record ApprovedTarget
{
    public required long PairId { get; init; }
    public required string SourceId { get; init; }
    public required string TargetId { get; init; }
    public required string Text { get; init; }
    public required CandidateFacts? Candidate { get; init; }
    public required ApprovalFacts? Approval { get; init; }

    public double Score => Math.Round(Candidate?.Score ?? 1, 6);

    public string Method => Candidate is null || Approval is null or { ChoseCandidates: false } ? ReleaseMethods.Manual : Candidate.Strongest();
}

/// <summary>What the machine had for a target.</summary>
internal sealed record CandidateFacts(double Score, double Exact, double Alias, double Lexical, double Query2Cate)
{
    /// <summary>The name of the strongest evidence; of equal ones the more certain kind.</summary>
    public string Strongest()
    {
        var strongest = (Name: ReleaseMethods.Exact, Value: Exact);
        foreach (var other in new[] { (ReleaseMethods.Alias, Alias), (ReleaseMethods.Lexical, Lexical), (ReleaseMethods.Query2Cate, Query2Cate) })
        {
            strongest = other.Item2 > strongest.Value ? other : strongest;
        }

        return strongest.Name;
    }
}

/// <summary>Who approved; <c>ChoseCandidates</c> is false when the person searched the tree.</summary>
internal sealed record ApprovalFacts(long JudgmentId, bool ChoseCandidates, string By, DateTimeOffset At);

/// <summary>A mention that supports an approved pair.</summary>
internal sealed record SupportingMention(long PairId, int RunId, string Text);

/// <summary>A category's place in the tree.</summary>
internal sealed record CategoryFacts(string Path, bool Retired);
