namespace LlmRec.Workbench.Embeddings;

/// <summary>
/// A fitted whitening: x̃ = (x − μ)·W. The rows that it was fitted to have zero mean and identity covariance after it. Immutable; safe for many threads.
/// </summary>
public sealed class Whitening
{
    private readonly PackedMatrix _packed;

    /// <param name="mean">μ, D values.</param>
    /// <param name="matrix">W, D × k, row-major.</param>
    /// <param name="variances">All D eigenvalues of the covariance, descending; the first k belong to the columns of W.</param>
    /// <param name="rows">Rows that it was fitted to.</param>
    public Whitening(float[] mean, float[] matrix, double[] variances, long rows)
    {
        if (mean.Length == 0 || matrix.Length == 0 || matrix.Length % mean.Length != 0 || matrix.Length / mean.Length > mean.Length || variances.Length != mean.Length)
        {
            throw new ArgumentException($"μ has {mean.Length} values, W {matrix.Length}, Λ {variances.Length}: W must be D × k with k from 1 to D, Λ must have D values.");
        }

        (Mean, Matrix, Variances, Rows) = (mean, matrix, variances, rows);
        _packed = new PackedMatrix(matrix, mean.Length, Dimensions);
    }

    public IReadOnlyList<float> Mean { get; }

    /// <summary>W row by row.</summary>
    public IReadOnlyList<float> Matrix { get; }

    public IReadOnlyList<double> Variances { get; }

    public long Rows { get; }

    /// <summary>Length of the vectors that go in.</summary>
    public int InputDimensions => Mean.Count;

    /// <summary>Length of the vectors that come out.</summary>
    public int Dimensions => Matrix.Count / Mean.Count;

    /// <summary>Share of the whole variance that the first directions hold together, one value per kept direction, ascending to at most 1.</summary>
    public IReadOnlyList<double> ExplainedVariance()
    {
        var total = Variances.Sum();
        var sum = 0.0;
        return [.. Variances.Take(Dimensions).Select(value => (sum += value) / total)];
    }

    /// <summary>Transforms one or more rows that lie one after another: n × D values into n × k.</summary>
    public void Transform(ReadOnlySpan<float> source, Span<float> target)
    {
        if (source.Length % InputDimensions != 0 || target.Length != source.Length / InputDimensions * Dimensions)
        {
            throw new ArgumentException($"{source.Length} values are not whole rows of {InputDimensions}, or the target does not hold the same number of rows of {Dimensions}.");
        }

        _packed.Multiply(source, (float[])Mean, target);
    }
}
