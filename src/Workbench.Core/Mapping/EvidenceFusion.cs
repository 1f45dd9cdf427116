namespace LlmRec.Workbench.Mapping;

/// <summary>
/// One probability per candidate out of its evidence: a conditional logit in which the candidates compete with each other and with "none of them".
/// Two equally good candidates therefore get at most one half each. Coefficients: docs/decisions/mapping.md.
/// </summary>
internal sealed record EvidenceFusion
{
    public static EvidenceFusion Default { get; } = new();

    public double Exact { get; init; } = 2.7;
    public double Alias { get; init; } = 25;
    public double Lexical { get; init; } = 12.3;
    public double Query2Cate { get; init; } = 5;

    /// <summary>Utility of "none of them".</summary>
    public double None { get; init; } = 6.8;

    /// <summary>The probability of each category of <paramref name="table"/>.</summary>
    public Dictionary<int, double> Fuse(EvidenceTable table)
    {
        var weights = table.Rows.ToDictionary(r => r.Key, r => Math.Exp(Utility(r.Value) - None));
        var total = 1 + weights.Values.Sum();
        return weights.ToDictionary(w => w.Key, w => w.Value / total);
    }

    private double Utility(CandidateEvidence evidence) =>
        (Exact * evidence.Exact) + (Alias * evidence.Alias) + (Lexical * evidence.Lexical) + (Query2Cate * evidence.Query2Cate);
}
