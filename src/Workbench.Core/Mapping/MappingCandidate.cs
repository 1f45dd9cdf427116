namespace LlmRec.Workbench.Mapping;

/// <summary>One site category that a text may mean, with the evidence of each source: 0 (nothing) to 1 (certain).</summary>
public sealed class MappingCandidate
{
    public long MappingId { get; init; }

    /// <summary>1 for the best.</summary>
    public int Rank { get; init; }

    public required string CategoryId { get; init; }

    /// <summary>The probability that the text means this category, 0 to 1.</summary>
    public double Score { get; init; }

    /// <summary>The outcome rule takes it without a person; several candidates of one text may be.</summary>
    public bool Accepted { get; init; }

    public double Exact { get; init; }
    public double Alias { get; init; }
    public double Lexical { get; init; }
    public double Query2Cate { get; init; }
    public double Titles { get; init; }
    public double Embedding { get; init; }

    /// <summary>See <see cref="CandidateEvidence.Choice"/>.</summary>
    public double Choice { get; init; }

    public CandidateEvidence Evidence() => new(Exact, Alias, Lexical, Query2Cate, Titles, Embedding, Choice);
}
