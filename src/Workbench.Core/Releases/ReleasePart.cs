namespace LlmRec.Workbench.Releases;

/// <summary>A part of a release that is rows: its files are named after it. Rows come in groups, in the ordinal order of the groups' IDs.</summary>
/// <param name="Group">The ID of the group that a row belongs to.</param>
/// <param name="Key">Tells a row from the others of its group.</param>
internal sealed record ReleasePart<TRow>(string Name, Func<TRow, string> Group, Func<TRow, string> Key)
{
    public string JsonLines => $"{Name}.{ReleaseFormats.JsonLines}";
}

/// <summary>The parts that a release may have; it has those of which something is approved.</summary>
public static class ReleaseParts
{
    public const string PairsName = "pairs";
    public const string TitlesName = "titles";
    public const string VectorsName = "vectors";

    /// <summary>Grouped by source.</summary>
    internal static ReleasePart<ReleasePair> Pairs { get; } = new(PairsName, pair => pair.SourceId, pair => pair.TargetId);

    /// <summary>One title for an item: every group has one row.</summary>
    internal static ReleasePart<ReleaseTitle> Titles { get; } = new(TitlesName, title => title.ItemId, title => title.ItemId);
}
