namespace LlmRec.Workbench.Catalog.Importing;

/// <summary>
/// Finds the parents of categories that give a path. Published taxonomies leave some parents out: such a category hangs under the nearest listed
/// ancestor, with a notice. One that has no listed ancestor at all is rejected.
/// </summary>
internal static class CategoryPaths
{
    public static void Resolve(IReadOnlyList<CategoryDraft> drafts, ImportReport report)
    {
        var byPath = new Dictionary<string, CategoryDraft>(StringComparer.Ordinal);
        foreach (var draft in drafts.Where(d => d.Path is not null))
        {
            var path = Join(draft.Path!, draft.Path!.Length);
            if (!byPath.TryAdd(path, draft))
            {
                report.Notices.Add(draft.Line, FindingCode.SamePath, $"{byPath[path].Line}", path);
            }
        }

        foreach (var draft in drafts.Where(d => d.Path?.Length > 1))
        {
            Resolve(draft, byPath, report);
        }
    }

    private static void Resolve(CategoryDraft draft, Dictionary<string, CategoryDraft> byPath, ImportReport report)
    {
        var names = draft.Path!;
        for (var length = names.Length - 1; length > 0; length--)
        {
            if (byPath.TryGetValue(Join(names, length), out var parent))
            {
                draft.ParentId = parent.Id;
                if (length < names.Length - 1)
                {
                    report.Notices.Add(draft.Line, FindingCode.ParentNotListed, names[^2], parent.Name);
                }

                return;
            }
        }

        report.Rejections.Add(draft.Line, FindingCode.MissingParent, Join(names, names.Length - 1), draft.Name);
    }

    private static string Join(string[] names, int length) => string.Join(Category.PathSeparator, names, 0, length);
}
