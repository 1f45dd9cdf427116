namespace LlmRec.Workbench.Embeddings.Search;

/// <summary>The best so many rows seen so far, best first; of equal scores the lower row, whatever the order in which they come. NaN is never among them.</summary>
internal sealed class BestRows(int capacity)
{
    private readonly Neighbour[] _best = new Neighbour[capacity];
    private int _count;

    /// <summary>A score below this is not taken any more.</summary>
    public float Least { get; private set; } = float.NegativeInfinity;

    public void Offer(int row, float score)
    {
        var offered = new Neighbour(row, score);
        if (float.IsNaN(score) || (_count == capacity && !IsBefore(offered, _best[^1])))
        {
            return;
        }

        var at = _count < capacity ? _count++ : capacity - 1;
        for (; at > 0 && IsBefore(offered, _best[at - 1]); at--)
        {
            _best[at] = _best[at - 1];
        }

        _best[at] = offered;
        Least = _count == capacity ? _best[^1].Score : float.NegativeInfinity;
    }

    public void OfferAll(BestRows other)
    {
        foreach (var neighbour in other.ToArray())
        {
            Offer(neighbour.Row, neighbour.Score);
        }
    }

    public Neighbour[] ToArray() => _best[.._count];

    private static bool IsBefore(Neighbour left, Neighbour right) => left.Score > right.Score || (left.Score == right.Score && left.Row < right.Row);
}
