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
    public IReadOnlyList<int> Best(int take, float[] lengths)
    {
        var best = new PriorityQueue<int, (float Score, int Order)>();
        foreach (var document in _touched)
        {
            var rank = (_sums[document] / lengths[document], -document);
            if (best.Count < take)
            {
                best.Enqueue(document, rank);
            }
            else if (best.TryPeek(out _, out var worst) && rank.CompareTo(worst) > 0)
            {
                best.DequeueEnqueue(document, rank);
            }
        }

        var result = new int[best.Count];
        for (var i = result.Length - 1; i >= 0; i--)
        {
            result[i] = best.Dequeue();
        }

        return result;
    }
}
