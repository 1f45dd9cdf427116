namespace LlmRec.Workbench.Mapping.Sources;

/// <summary>The evidence collected for one text, by category (its number in the index).</summary>
internal sealed class EvidenceTable
{
    private readonly Dictionary<int, CandidateEvidence> _rows = [];

    public IReadOnlyDictionary<int, CandidateEvidence> Rows => _rows;

    /// <summary>Of several values of one kind the strongest stays.</summary>
    public void Add(int category, EvidenceKind kind, double strength)
    {
        var row = _rows.GetValueOrDefault(category, CandidateEvidence.None);
        _rows[category] = Math.Abs(strength) > Math.Abs(row[kind]) ? row.With(kind, strength) : row;
    }
}
