namespace LlmRec.Workbench.Catalog.Importing;

/// <summary>Counts all changes of each kind and keeps the first ones.</summary>
public sealed class ChangeList
{
    private static readonly int Kinds = Enum.GetValues<ChangeKind>().Length;

    private readonly int[] _counts = new int[Kinds];
    private readonly List<ImportChange>[] _listed = [.. Enumerable.Range(0, Kinds).Select(_ => new List<ImportChange>())];

    public int Count(ChangeKind kind) => _counts[(int)kind];

    /// <summary>At most <see cref="ImportLimits.MaxListed"/> changes of a kind, in the order of the file.</summary>
    public IReadOnlyList<ImportChange> Listed(ChangeKind kind) => _listed[(int)kind];

    internal void Add(ChangeKind kind, string id, string? before, string? after)
    {
        _counts[(int)kind]++;
        if (_listed[(int)kind].Count < ImportLimits.MaxListed)
        {
            _listed[(int)kind].Add(new ImportChange(kind, id, before, after));
        }
    }
}
