using LlmRec.Workbench.Mapping.Fusion;

namespace LlmRec.Workbench.Mapping.Fitting;

/// <summary>One text that people judged, with the evidence that there was without what the judgment itself taught.</summary>
/// <param name="Key">The normalised text.</param>
/// <param name="Variants">One for each different judgment; the weights add up to 1. The first one is what most judgments say.</param>
internal sealed record JudgedText(string Key, IReadOnlyList<FusionExample> Variants)
{
    /// <summary>The part of the judgments that the text belongs to when they are split, the same on every machine.</summary>
    public int Fold(int folds) => (int)(Fnv() % (uint)folds);

    // FNV-1a, 32 bit (Fowler, Noll, Vo).
    private uint Fnv() => Key.Aggregate(2166136261u, (hash, character) => (hash ^ character) * 16777619u);
}

/// <summary>One judgment that stands on a text: what it said and, without what it taught itself, which aliases the text has.</summary>
internal sealed record JudgedVariant(string Key, string Text, IReadOnlyList<string> Targets, IReadOnlyList<Alias> OtherAliases)
{
    /// <summary>Judgments that say the same in the same situation.</summary>
    public string Signature => $"{Sorted(Targets)}\n{Sorted(OtherAliases.Select(a => a.CategoryId).Distinct())}";

    private static string Sorted(IEnumerable<string> ids) => string.Join('\t', ids.Order(StringComparer.Ordinal));
}
