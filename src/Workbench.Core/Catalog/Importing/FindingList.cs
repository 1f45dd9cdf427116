namespace LlmRec.Workbench.Catalog.Importing;

/// <summary>Counts all findings and keeps those of the first lines.</summary>
public sealed class FindingList
{
    private readonly PriorityQueue<ImportFinding, int> _kept = new();

    /// <summary>How many there are, listed or not.</summary>
    public int Count { get; private set; }

    /// <summary>At most <see cref="ImportLimits.MaxListed"/> of them, by line.</summary>
    public IReadOnlyList<ImportFinding> Listed => _kept.UnorderedItems.Select(i => i.Element).OrderBy(f => f.Line).ThenBy(f => f.Code).ToArray();

    internal void Add(int line, FindingCode code, params ReadOnlySpan<string> arguments)
    {
        Count++;
        if (_kept.Count < ImportLimits.MaxListed)
        {
            _kept.Enqueue(ImportFinding.Of(line, code, arguments), -line);
        }
        else if (line < _kept.Peek().Line)
        {
            _kept.EnqueueDequeue(ImportFinding.Of(line, code, arguments), -line);
        }
    }
}
