namespace LlmRec.Workbench.Releases;

/// <summary>What a release would hold if it were created now, against the newest published one (<c>Previous</c>; null if there is none).</summary>
public sealed record ReleasePreview(
    ReleaseCounts Counts, IReadOnlyList<LeftOut> LeftOut, int? Previous, DiffCounts Pairs, DiffCounts Titles);
