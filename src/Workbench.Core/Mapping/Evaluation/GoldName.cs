namespace LlmRec.Workbench.Mapping.Evaluation;

/// <summary>A name and what it really means.</summary>
/// <param name="CategoryIds">Any of them is right; none says that the tree has no category for the name.</param>
/// <param name="Stratum">The part of the set that it is counted with too; empty for none.</param>
public sealed record GoldName(string Name, IReadOnlyList<string> CategoryIds, string Stratum = "")
{
    public bool HasCategory => CategoryIds.Count > 0;

    public static GoldName Of(GoldRow row) => new(row.Name, row.Categories(), row.Stratum);
}
