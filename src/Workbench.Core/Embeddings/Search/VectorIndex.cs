using Microsoft.Extensions.AI;

namespace LlmRec.Workbench.Embeddings.Search;

/// <summary>
/// Exact nearest rows by dot product (the cosine, for vectors of length 1), in memory. A block of rows that fits into a core's cache meets all queries before the next block
/// is read, so arithmetic is the limit and not memory; the answer does not depend on the number of threads.
/// </summary>
public sealed class VectorIndex
{
    private const int BlockBytes = 256 * 1024;

    private readonly AlignedRows _rows;

    /// <summary>Copies the vectors; throws <see cref="EmbeddingException"/> if their lengths differ.</summary>
    public VectorIndex(IReadOnlyList<ReadOnlyMemory<float>> vectors) => _rows = Copy(vectors, vectors.Count == 0 ? 1 : vectors[0].Length);

    public int Count => _rows.Count;

    /// <summary>Length of every row; without rows, 1.</summary>
    public int Dimensions => _rows.Dimensions;

    public static VectorIndex Of(IEnumerable<Embedding<float>> embeddings) => new([.. embeddings.Select(e => e.Vector)]);

    /// <summary>Row <paramref name="row"/> as it was given.</summary>
    public ReadOnlySpan<float> this[int row] => _rows[row];

    /// <summary>
    /// For each query its <paramref name="count"/> nearest rows (all, where there are fewer), best first, of equal scores the lower row. A row whose product is NaN
    /// is near to nothing. Throws <see cref="EmbeddingException"/> if a query's length is not that of the rows.
    /// </summary>
    public IReadOnlyList<IReadOnlyList<Neighbour>> FindNearest(IReadOnlyList<ReadOnlyMemory<float>> queries, int count, CancellationToken cancellationToken = default)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(count, 1);
        if (Count == 0 || queries.Count == 0)
        {
            return [.. queries.Select(_ => Array.Empty<Neighbour>())];
        }

        var packed = Copy(queries, Dimensions);
        var best = NewLists(queries.Count, Math.Min(count, Count));
        var blockRows = Math.Max(1, BlockBytes / sizeof(float) / _rows.Stride / DotTile.Side) * DotTile.Side;
        var options = new ParallelOptions { MaxDegreeOfParallelism = Environment.ProcessorCount, CancellationToken = cancellationToken };
        Parallel.For(
            0, (Count + blockRows - 1) / blockRows, options,
            () => NewLists(queries.Count, Math.Min(count, Count)),
            (block, _, own) =>
            {
                Search(block * blockRows, Math.Min(Count, (block + 1) * blockRows), packed, own);
                return own;
            },
            own => Merge(own, best));
        return [.. best.Select(list => list.ToArray())];
    }

    private void Search(int from, int to, AlignedRows queries, BestRows[] best)
    {
        Span<float> sums = stackalloc float[DotTile.Side * DotTile.Side];
        for (var query = 0; query < queries.Count; query += DotTile.Side)
        {
            ref readonly var firstQuery = ref queries.Start(query);
            var lists = best.AsSpan(query, Math.Min(DotTile.Side, queries.Count - query));
            for (var row = from; row < to; row += DotTile.Side)
            {
                DotTile.Multiply(in _rows.Start(row), in firstQuery, _rows.Stride, sums);
                for (var q = 0; q < lists.Length; q++)
                {
                    Offer(lists[q], row, Math.Min(DotTile.Side, to - row), sums[q..]);
                }
            }
        }
    }

    private static void Offer(BestRows list, int row, int rows, ReadOnlySpan<float> sums)
    {
        for (var r = 0; r < rows; r++)
        {
            var score = sums[r * DotTile.Side];
            if (score >= list.Least)
            {
                list.Offer(row + r, score);
            }
        }
    }

    private static void Merge(BestRows[] own, BestRows[] best)
    {
        lock (best)
        {
            foreach (var (list, found) in best.Zip(own))
            {
                list.OfferAll(found);
            }
        }
    }

    private static BestRows[] NewLists(int queries, int count) => [.. Enumerable.Range(0, queries).Select(_ => new BestRows(count))];

    private static AlignedRows Copy(IReadOnlyList<ReadOnlyMemory<float>> vectors, int dimensions)
    {
        var rows = new AlignedRows(vectors.Count, dimensions);
        for (var i = 0; i < vectors.Count; i++)
        {
            if (vectors[i].Length != dimensions)
            {
                throw new EmbeddingException($"Vector {i + 1} has {vectors[i].Length} dimensions where {dimensions} were expected. Vectors of different models cannot be compared: make them all with one.");
            }

            vectors[i].Span.CopyTo(rows[i]);
        }

        return rows;
    }
}
