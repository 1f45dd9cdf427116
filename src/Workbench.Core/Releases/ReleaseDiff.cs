namespace LlmRec.Workbench.Releases;

/// <summary>What differs between two releases: the counts of all changes and the first of them.</summary>
public sealed record ReleaseDiff(int From, int To, DiffCounts Counts, IReadOnlyList<PairChange> First);

/// <summary>How many pairs came, went, changed a field or stayed as they were.</summary>
public sealed record DiffCounts(int Added, int Removed, int Changed, int Unchanged);

/// <summary>What happened to a pair between two releases.</summary>
public enum ChangeKind
{
    Added,
    Removed,
    Changed,
}

/// <summary>One pair that differs; <c>Before</c> is null for an added one, <c>After</c> for a removed one, <c>Fields</c> names what changed.</summary>
public sealed record PairChange(ChangeKind Kind, ReleasePair? Before, ReleasePair? After, IReadOnlyList<string> Fields);
