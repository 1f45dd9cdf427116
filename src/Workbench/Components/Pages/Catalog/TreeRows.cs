using LlmRec.Workbench.Catalog;

namespace LlmRec.Workbench.Web.Components.Pages.Catalog;

/// <summary>A visible row of the tree.</summary>
public sealed record TreeRow(Category Category, int Level, bool HasChildren, bool IsOpen);

/// <summary>The rows of a tree that are open to view, and the one that the keyboard is on.</summary>
public sealed class TreeRows
{
    private readonly CategoryTree _tree;
    private readonly HashSet<string> _open = new(StringComparer.Ordinal);

    public TreeRows(CategoryTree tree)
    {
        _tree = tree;
        Visible = Build();
    }

    public List<TreeRow> Visible { get; private set; }

    /// <summary>Index of the row that the keyboard is on; 0 to begin with.</summary>
    public int Active { get; private set; }

    public TreeRow? ActiveRow => Active < Visible.Count ? Visible[Active] : null;

    public void Toggle(string id)
    {
        if (!_open.Remove(id))
        {
            _open.Add(id);
        }

        Rebuild();
    }

    /// <summary>Opens the way down to a category and puts the keyboard on it.</summary>
    public void Reveal(string id)
    {
        _open.UnionWith(_tree.Ancestors(id).Select(c => c.Id));
        Visible = Build();
        Active = Math.Max(0, Visible.FindIndex(r => r.Category.Id == id));
    }

    /// <summary>Moves as a tree does: right opens or goes in, left closes or goes out. Returns whether the key means anything here.</summary>
    public bool Press(string key)
    {
        switch (key)
        {
            case "ArrowDown":
                return MoveTo(Active + 1);
            case "ArrowUp":
                return MoveTo(Active - 1);
            case "Home":
                return MoveTo(0);
            case "End":
                return MoveTo(Visible.Count - 1);
            case "ArrowRight":
                return In();
            case "ArrowLeft":
                return Out();
            default:
                return false;
        }
    }

    public void MoveTo(string id) => MoveTo(Visible.FindIndex(r => r.Category.Id == id));

    private bool MoveTo(int index)
    {
        Active = Math.Clamp(index, 0, Math.Max(0, Visible.Count - 1));
        return true;
    }

    private bool In()
    {
        if (ActiveRow is { HasChildren: true } row)
        {
            if (row.IsOpen)
            {
                return MoveTo(Active + 1);
            }

            Toggle(row.Category.Id);
        }

        return true;
    }

    private bool Out()
    {
        if (ActiveRow is { IsOpen: true } open)
        {
            Toggle(open.Category.Id);
        }
        else if (ActiveRow?.Category.ParentId is { } parent)
        {
            MoveTo(parent);
        }

        return true;
    }

    private void Rebuild()
    {
        var active = ActiveRow?.Category.Id;
        Visible = Build();
        MoveTo(Visible.FindIndex(r => r.Category.Id == active));
    }

    private List<TreeRow> Build()
    {
        var rows = new List<TreeRow>();
        var open = new Stack<(Category Category, int Level)>(_tree.Children(null).Reverse().Select(c => (c, 1)));
        while (open.TryPop(out var next))
        {
            var children = _tree.Children(next.Category.Id);
            var isOpen = children.Count > 0 && _open.Contains(next.Category.Id);
            rows.Add(new TreeRow(next.Category, next.Level, children.Count > 0, isOpen));
            foreach (var child in isOpen ? children.Reverse() : [])
            {
                open.Push((child, next.Level + 1));
            }
        }

        return rows;
    }
}
