namespace LlmRec.Workbench.Mapping.Sources;

/// <summary>The evidence collected for one text, by category (its number in the index).</summary>
internal sealed class EvidenceTable
{
    private readonly Dictionary<int, CandidateEvidence> _rows = [];

    public IReadOnlyDictionary<int, CandidateEvidence> Rows => _rows;

    /// <summary>Of several values of one kind the strongest stays.</summary>
    /// <param name="part">The alternative of the text that this is about, counted from 1; 0 for the whole text. A row keeps that of its strongest evidence from names.</param>
    public void Add(int category, EvidenceKind kind, double strength, int part = 0)
    {
        var row = _rows.GetValueOrDefault(category, CandidateEvidence.None);
        if (Math.Abs(strength) <= Math.Abs(row[kind]))
        {
            _rows.TryAdd(category, row);
            return;
        }

        var names = kind is EvidenceKind.Exact or EvidenceKind.Lexical && strength > Math.Max(row.Exact, row.Lexical);
        var stronger = row.With(kind, strength);
        _rows[category] = names && part != row.Part ? stronger with { Part = part } : stronger;
    }
}
