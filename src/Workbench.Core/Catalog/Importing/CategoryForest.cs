namespace LlmRec.Workbench.Catalog.Importing;

/// <summary>Places drafts in a tree: rejects missing parents, cycles and chains that are too deep, and computes paths and leaves.</summary>
internal sealed class CategoryForest
{
    private readonly ImportReport _report;
    private readonly IReadOnlyList<CategoryDraft> _drafts;
    private readonly Dictionary<string, CategoryDraft> _byId;
    private readonly Dictionary<string, Category> _placed = new(StringComparer.Ordinal);

    public CategoryForest(IReadOnlyList<CategoryDraft> drafts, ImportReport report)
    {
        _report = report;
        _drafts = drafts;
        _byId = drafts.ToDictionary(d => d.Id, StringComparer.Ordinal);
    }

    /// <summary>The categories in the order of the file; of no use when there are rejections.</summary>
    /// <param name="isKnown">Whether an ID was in the file at all: a parent that was rejected itself is not missing.</param>
    public IReadOnlyList<Category> Build(Func<string, bool> isKnown)
    {
        var cyclic = FindCycles();
        foreach (var draft in _drafts)
        {
            if (draft.ParentId is { } parent && !_byId.ContainsKey(parent))
            {
                RejectParent(draft, parent, isKnown);
            }
            else if (cyclic.TryGetValue(draft.Id, out var cycle))
            {
                _report.Rejections.Add(draft.Line, FindingCode.Cycle, cycle);
            }
        }

        if (_report.Rejections.Count > 0)
        {
            return [];
        }

        for (var position = 0; position < _drafts.Count; position++)
        {
            Place(_drafts[position]).Position = position;
        }

        return _drafts.Where(d => _placed.ContainsKey(d.Id)).Select(d => _placed[d.Id]).ToArray();
    }

    private void RejectParent(CategoryDraft draft, string parent, Func<string, bool> isKnown)
    {
        if (!isKnown(parent))
        {
            _report.Rejections.Add(draft.Line, FindingCode.MissingParent, parent, draft.Id);
        }
    }

    /// <summary>Every ID that lies on a cycle, with the cycle as text.</summary>
    private Dictionary<string, string> FindCycles()
    {
        var onCycle = new Dictionary<string, string>(StringComparer.Ordinal);
        var visitedIn = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var walk = 0; walk < _drafts.Count; walk++)
        {
            var draft = _drafts[walk];
            while (visitedIn.TryAdd(draft.Id, walk) && draft.ParentId is { } id && _byId.TryGetValue(id, out var parent))
            {
                draft = parent;
            }

            if (visitedIn[draft.Id] == walk && draft.ParentId is not null && !onCycle.ContainsKey(draft.Id))
            {
                MarkCycle(draft, onCycle);
            }
        }

        return onCycle;
    }

    private void MarkCycle(CategoryDraft start, Dictionary<string, string> onCycle)
    {
        var ids = new List<string>();
        for (var draft = start; ids.Count == 0 || draft != start; draft = _byId[draft.ParentId!])
        {
            ids.Add(draft.Id);
            if (draft.ParentId is null || !_byId.ContainsKey(draft.ParentId))
            {
                return;
            }
        }

        var shown = string.Join(" → ", ids.Take(5)) + (ids.Count > 5 ? " → …" : "") + $" → {start.Id}";
        ids.ForEach(id => onCycle.Add(id, shown));
    }

    /// <summary>Places the category after its ancestors. Not recursive: a hostile chain may be as long as the file.</summary>
    private Category Place(CategoryDraft draft)
    {
        var open = new Stack<CategoryDraft>();
        for (var next = draft; next is not null && !_placed.ContainsKey(next.Id); next = next.ParentId is null ? null : _byId[next.ParentId])
        {
            open.Push(next);
        }

        while (open.TryPop(out var next))
        {
            var parent = next.ParentId is null ? null : _placed[next.ParentId];
            _placed.Add(next.Id, Create(next, parent));
        }

        return _placed[draft.Id];
    }

    private Category Create(CategoryDraft draft, Category? parent)
    {
        parent?.IsLeaf = false;
        var depth = (parent?.Depth ?? 0) + 1;
        if (depth == ImportLimits.MaxDepth + 1)
        {
            _report.Rejections.Add(draft.Line, FindingCode.TooDeep, draft.Id, $"{ImportLimits.MaxDepth}");
        }

        return new Category
        {
            Id = draft.Id, Name = draft.Name, ParentId = parent?.Id, Depth = depth, IsLeaf = true,
            Path = draft.Path is { } names ? string.Join(Category.PathSeparator, names)
                : parent is null || depth > ImportLimits.MaxDepth ? draft.Name : parent.Path + Category.PathSeparator + draft.Name,
        };
    }
}
