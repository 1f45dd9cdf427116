using System.Runtime.InteropServices;

namespace LlmRec.Workbench.Mapping.Lexical;

/// <summary>Adds up, for one text at a time, how much weight each document shares with it. Used by one thread at a time and reused, because clearing is cheaper than allocating.</summary>
internal sealed class SharedWeights(int documents)
{
    private readonly float[] _sums = new float[documents];
    private readonly List<int> _touched = [];

    public void Clear()
    {
        foreach (var document in _touched)
        {
            _sums[document] = 0;
        }

        _touched.Clear();
    }

    public void Add(int document, float weight)
    {
        ref var sum = ref _sums[document];
        if (sum == 0)
        {
            _touched.Add(document);
        }

        sum += weight;
    }

    /// <summary>The documents with the most shared weight for their length, best first; of equals the earlier document.</summary>
    public int[] Best(int take, float[] lengths)
    {
        var best = new PriorityQueue<int, long>(take);
        var worst = long.MinValue;
        foreach (var document in CollectionsMarshal.AsSpan(_touched))
        {
            var rank = Rank(_sums[document] / lengths[document], document);
            if (best.Count < take)
            {
                best.Enqueue(document, rank);
            }
            else if (rank > worst)
            {
                best.DequeueEnqueue(document, rank);
            }
            else
            {
                continue;
            }

            best.TryPeek(out _, out worst);
        }

        var result = new int[best.Count];
        for (var i = result.Length - 1; i >= 0; i--)
        {
            result[i] = best.Dequeue();
        }

        return result;
    }

    // Positive floats are in the order of their bits; one number is quicker to compare than a pair.
    private static long Rank(float score, int document) => ((long)BitConverter.SingleToInt32Bits(score) << 32) | (uint)(int.MaxValue - document);
}
