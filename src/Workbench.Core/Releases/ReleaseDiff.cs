namespace LlmRec.Workbench.Releases;

/// <summary>What differs between two releases.</summary>
public sealed record ReleaseDiff(int From, int To, PartDiff<ReleasePair> Pairs, PartDiff<ReleaseTitle> Titles);

/// <summary>What differs in one part of two releases: the counts of all changes and the first of them.</summary>
public sealed record PartDiff<TRow>(DiffCounts Counts, IReadOnlyList<RowChange<TRow>> First) where TRow : class;

/// <summary>How many rows came, went, changed a field or stayed as they were.</summary>
public sealed record DiffCounts(int Added, int Removed, int Changed, int Unchanged);

/// <summary>What happened to a row between two releases.</summary>
public enum ChangeKind
{
    Added,
    Removed,
    Changed,
}

/// <summary>One row that differs; <c>Before</c> is null for an added one, <c>After</c> for a removed one, <c>Fields</c> names what changed.</summary>
public sealed record RowChange<TRow>(ChangeKind Kind, TRow? Before, TRow? After, IReadOnlyList<string> Fields) where TRow : class;
