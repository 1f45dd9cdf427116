namespace LlmRec.Workbench.Mapping.Sources;

/// <summary>The categories whose sentence vectors are near to the text's; made for the texts of one call.</summary>
/// <param name="near">By text; of one that is missing it knows nothing.</param>
internal sealed class EmbeddingSource(IReadOnlyDictionary<string, IReadOnlyList<(int Category, double Strength)>> near) : IEvidenceSource
{
    public EvidenceKind Kind => EvidenceKind.Embedding;

    public void AddTo(EvidenceTable table, MappingText text)
    {
        foreach (var (category, strength) in near.GetValueOrDefault(text.Text, []))
        {
            table.Add(category, EvidenceKind.Embedding, strength);
        }
    }
}
