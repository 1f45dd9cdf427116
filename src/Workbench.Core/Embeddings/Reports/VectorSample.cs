namespace LlmRec.Workbench.Embeddings;

/// <summary>Keeps a seeded sample of a stream of rows in which every row has the same chance (reservoir sampling, Vitter 1985, algorithm R).</summary>
public sealed class VectorSample(int dimensions, int size = VectorSample.DefaultSize, int seed = VectorSample.DefaultSeed)
{
    public const int DefaultSize = 2000;
    public const int DefaultSeed = 20260101;

    private readonly Random _random = new(seed);
    private readonly List<float[]> _rows = [];
    private long _seen;

    public int Dimensions { get; } = dimensions;

    public int Seed { get; } = seed;

    public int Count => _rows.Count;

    public void Offer(ReadOnlySpan<float> row)
    {
        _seen++;
        if (_rows.Count < size)
        {
            _rows.Add(row.ToArray());
        }
        else if (_random.NextInt64(_seen) is var place && place < size)
        {
            row.CopyTo(_rows[(int)place]);
        }
    }

    /// <summary>The kept rows, one after another.</summary>
    public float[] ToArray() => [.. _rows.SelectMany(row => row)];

    /// <summary>What <paramref name="whitening"/> does to the sample.</summary>
    public WhiteningReport Compare(Whitening whitening)
    {
        var before = ToArray();
        var after = new float[Count * whitening.Dimensions];
        whitening.Transform(before, after);
        return new WhiteningReport
        {
            ExplainedVariance = whitening.ExplainedVariance(),
            Before = IsotropyFigures.Measure(before, Dimensions),
            After = IsotropyFigures.Measure(after, whitening.Dimensions),
            NeighbourAgreement = NeighbourAgreement.Measure(before, Dimensions, after, whitening.Dimensions),
            Neighbours = Math.Max(0, Math.Min(NeighbourAgreement.Neighbours, Count - 1)),
            SampleSize = Count,
            Seed = Seed,
        };
    }
}
