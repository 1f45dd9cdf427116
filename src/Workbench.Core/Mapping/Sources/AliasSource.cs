namespace LlmRec.Workbench.Mapping.Sources;

/// <summary>What experts confirmed for exactly this text.</summary>
internal sealed class AliasSource : IEvidenceSource
{
    private readonly ILookup<string, int> _categories;

    /// <param name="aliases">Aliases of any text; those of retired categories are left out.</param>
    /// <param name="categories">Category ID to number.</param>
    public AliasSource(IEnumerable<Alias> aliases, IReadOnlyDictionary<string, int> categories) =>
        _categories = aliases.Where(a => categories.ContainsKey(a.CategoryId)).ToLookup(a => a.Key, a => categories[a.CategoryId]);

    public EvidenceKind Kind => EvidenceKind.Alias;

    public void AddTo(EvidenceTable table, MappingText text)
    {
        foreach (var category in _categories[text.Key])
        {
            table.Add(category, EvidenceKind.Alias, 1);
        }
    }
}
