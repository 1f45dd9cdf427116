using LlmRec.Workbench.Statistics;

namespace LlmRec.Workbench.Titles.Comparison;

/// <summary>
/// Draws products without replacement: each ID and the seed give a number, and those with the smallest numbers are drawn. So a seed draws the same products from every
/// population that has them, wherever they stand in it, and only the drawn ones are ever kept in memory.
/// </summary>
internal sealed class SeededSample<T>(int size, int seed)
{
    // FNV-1a, 64 bits.
    private const ulong Basis = 0xCBF29CE484222325;
    private const ulong Prime = 0x100000001B3;

    private readonly PriorityQueue<T, ulong> _kept = new(Comparer<ulong>.Create((a, b) => b.CompareTo(a)));

    /// <summary>How many were offered.</summary>
    public int Population { get; private set; }

    public void Offer(string id, T value)
    {
        Population++;
        var number = Number(id);
        if (_kept.Count < size)
        {
            _kept.Enqueue(value, number);
        }
        else if (_kept.TryPeek(out _, out var largest) && number < largest)
        {
            _kept.DequeueEnqueue(value, number);
        }
    }

    public IReadOnlyList<T> Drawn() => [.. _kept.UnorderedItems.OrderBy(kept => kept.Priority).Select(kept => kept.Element)];

    private ulong Number(string id)
    {
        var hash = Basis;
        foreach (var unit in id)
        {
            hash = (hash ^ unit) * Prime;
        }

        return SplitMix.Mix(hash + SplitMix.Mix((ulong)(uint)seed + 1));
    }
}
