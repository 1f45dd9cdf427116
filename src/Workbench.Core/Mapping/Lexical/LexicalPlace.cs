namespace LlmRec.Workbench.Mapping.Lexical;

/// <summary>Where a category stands in the tree.</summary>
/// <param name="Parent">Its number; -1 on the first level.</param>
/// <param name="Branch">The number of the category on the second level that it is or lies below; its own on the first.</param>
/// <param name="IsLeaf">Has no children.</param>
/// <param name="Height">1 on the first level, a seventh less on each level below, never below 0.</param>
internal readonly record struct LexicalPlace(int Parent, int Branch, bool IsLeaf, double Height)
{
    private const double Levels = 7;

    /// <param name="parents">The parent of each category, -1 for none; they must form a forest.</param>
    public static LexicalPlace[] Of(IReadOnlyList<int> parents)
    {
        var places = new LexicalPlace[parents.Count];
        var depths = new int[parents.Count];
        var isParent = new bool[parents.Count];
        var open = new Stack<int>();
        for (var category = 0; category < parents.Count; category++)
        {
            for (var next = category; next >= 0 && depths[next] == 0; next = parents[next])
            {
                open.Push(next);
            }

            while (open.TryPop(out var next))
            {
                var parent = parents[next];
                depths[next] = parent < 0 ? 1 : depths[parent] + 1;
                isParent[Math.Max(parent, 0)] |= parent >= 0;
                places[next] = new LexicalPlace(parent, depths[next] <= 2 ? next : places[parent].Branch, true, Math.Max(0, 1 - ((depths[next] - 1) / Levels)));
            }
        }

        return [.. places.Select((place, category) => place with { IsLeaf = !isParent[category] })];
    }
}
