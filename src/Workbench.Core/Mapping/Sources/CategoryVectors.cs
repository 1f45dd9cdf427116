using System.Numerics.Tensors;
using LlmRec.Workbench.Catalog;
using LlmRec.Workbench.Embeddings.Search;
using LlmRec.Workbench.Statistics;

namespace LlmRec.Workbench.Mapping.Sources;

/// <summary>
/// The categories of a tree as sentence vectors of length 1: that of the name, drawn towards that of the parent's name, so that equal names in different branches differ. Every
/// distinct name is embedded once. Models differ in how alike they find any two names (cosines of 0.1 or of 0.7): a cosine counts by how far it lies
/// above what two names of this tree have by chance, on the way to 1.
/// </summary>
internal sealed class CategoryVectors
{
    private const float ParentShare = 0.25f;
    private const int Pairs = 4000;
    private const double HighestFloor = 0.95;

    private readonly VectorIndex _index;
    private readonly List<int> _numbers = [];

    /// <param name="categories">The active categories of the tree, in its order.</param>
    /// <param name="vectors">By name; a category whose name is missing is near to nothing.</param>
    public CategoryVectors(IReadOnlyList<Category> categories, IReadOnlyDictionary<string, ReadOnlyMemory<float>> vectors)
    {
        var names = categories.ToDictionary(c => c.Id, c => c.Name, StringComparer.Ordinal);
        var rows = new List<ReadOnlyMemory<float>>();
        foreach (var (number, category) in categories.Index())
        {
            if (vectors.TryGetValue(category.Name, out var own))
            {
                var parent = category.ParentId is { } id && names.TryGetValue(id, out var name) && vectors.TryGetValue(name, out var above) ? above : default;
                _numbers.Add(number);
                rows.Add(Mix(own.Span, parent.Span));
            }
        }

        _index = new VectorIndex(rows);
        Floor = MeasureFloor(_index);
    }

    /// <summary>The cosine that counts nothing: mean plus one standard deviation of that of two categories by chance.</summary>
    public double Floor { get; }

    /// <summary>For each query its nearest categories (their numbers) with their strength above 0, at most 1. Throws <see cref="Embeddings.EmbeddingException"/> for another model's vectors.</summary>
    public IReadOnlyList<IReadOnlyList<(int Category, double Strength)>> FindNearest(IReadOnlyList<ReadOnlyMemory<float>> queries, int count, CancellationToken cancellationToken) =>
        [.. _index.FindNearest([.. queries.Select(query => (ReadOnlyMemory<float>)Mix(query.Span, []))], count, cancellationToken)
            .Select(near => near.Select(n => (_numbers[n.Row], Strength(n.Score))).Where(n => n.Item2 > 0).ToList())];

    private double Strength(double cosine) => Math.Clamp((cosine - Floor) / (1 - Floor), 0, 1);

    private static float[] Mix(ReadOnlySpan<float> own, ReadOnlySpan<float> parent)
    {
        var mixed = Scaled(own, 1);
        if (parent.Length == own.Length)
        {
            TensorPrimitives.Add(mixed, Scaled(parent, ParentShare), mixed);
        }

        return Scaled(mixed, 1);
    }

    private static float[] Scaled(ReadOnlySpan<float> vector, float length)
    {
        var scaled = vector.ToArray();
        var norm = TensorPrimitives.Norm<float>(scaled);
        if (norm > 0)
        {
            TensorPrimitives.Multiply(scaled, length / norm, scaled);
        }

        return scaled;
    }

    private static double MeasureFloor(VectorIndex index)
    {
        if (index.Count < 3)
        {
            return 0;
        }

        var (sum, squares) = (0.0, 0.0);
        for (var pair = 0; pair < Pairs; pair++)
        {
            var one = pair % index.Count;
            var other = (one + 1 + (int)(SplitMix.Mix((ulong)pair + 1) % (ulong)(index.Count - 1))) % index.Count;
            double cosine = TensorPrimitives.Dot(index[one], index[other]);
            (sum, squares) = (sum + cosine, squares + (cosine * cosine));
        }

        var mean = sum / Pairs;
        return Math.Clamp(mean + Math.Sqrt(Math.Max(0, (squares / Pairs) - (mean * mean))), 0, HighestFloor);
    }
}
