using System.Numerics.Tensors;

namespace LlmRec.Workbench.Embeddings;

/// <summary>Compares who is near whom by cosine in two sets of vectors of the same rows.</summary>
public static class NeighbourAgreement
{
    public const int Neighbours = 10;

    /// <summary>
    /// Mean over the rows of the share of the <see cref="Neighbours"/> nearest other rows that both sets name, 0 to 1; with fewer rows all others are compared
    /// and the share is 1. Of equally near rows the earlier one is nearer.
    /// </summary>
    public static double Measure(float[] before, int beforeDimensions, float[] after, int afterDimensions)
    {
        var rows = before.Length / beforeDimensions;
        ArgumentOutOfRangeException.ThrowIfNotEqual(after.Length / afterDimensions, rows);
        var neighbours = Math.Min(Neighbours, rows - 1);
        if (neighbours < 1)
        {
            return 1;
        }

        var common = new int[rows];
        Parallel.For(0, rows, row =>
            common[row] = Nearest(before, beforeDimensions, row, neighbours).Intersect(Nearest(after, afterDimensions, row, neighbours)).Count());
        return (double)common.Sum() / ((long)rows * neighbours);
    }

    private static int[] Nearest(float[] vectors, int dimensions, int row, int count)
    {
        var rows = vectors.Length / dimensions;
        var distances = new float[rows];
        var order = new int[rows];
        for (var other = 0; other < rows; other++)
        {
            var cosine = TensorPrimitives.CosineSimilarity(Row(vectors, dimensions, row), Row(vectors, dimensions, other));
            distances[other] = other == row ? float.PositiveInfinity : float.IsNaN(cosine) ? 2 : -cosine;
            order[other] = other;
        }

        Array.Sort(order, (a, b) => distances[a].CompareTo(distances[b]) is var way and not 0 ? way : a.CompareTo(b));
        return order[..count];
    }

    private static ReadOnlySpan<float> Row(float[] vectors, int dimensions, int row) => vectors.AsSpan(row * dimensions, dimensions);
}
