namespace LlmRec.Workbench.Mapping;

/// <summary>The evidence collected for one text, by category (its number in the index).</summary>
internal sealed class EvidenceTable
{
    private readonly Dictionary<int, CandidateEvidence> _rows = [];

    private static readonly CandidateEvidence None = new(0, 0, 0, 0);

    public IReadOnlyDictionary<int, CandidateEvidence> Rows => _rows;

    public void AddExact(int category, double strength) => Change(category, e => e with { Exact = Math.Max(e.Exact, strength) });

    public void AddAlias(int category, double strength) => Change(category, e => e with { Alias = Math.Max(e.Alias, strength) });

    public void AddLexical(int category, double strength) => Change(category, e => e with { Lexical = Math.Max(e.Lexical, strength) });

    public void AddQuery2Cate(int category, double strength) => Change(category, e => e with { Query2Cate = Math.Max(e.Query2Cate, strength) });

    private void Change(int category, Func<CandidateEvidence, CandidateEvidence> change) =>
        _rows[category] = change(_rows.GetValueOrDefault(category, None));
}
