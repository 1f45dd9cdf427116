using System.Globalization;
using System.Numerics.Tensors;
using MathNet.Numerics.LinearAlgebra;
using MathNet.Numerics.LinearAlgebra.Factorization;

namespace LlmRec.Workbench.Embeddings;

/// <summary>
/// Fits BERT-whitening (Su et al. 2021, arXiv:2103.15316) to a stream of rows: mean μ and covariance Σ = U·Λ·Uᵀ, W = U·Λ^(−1/2), the k directions of the largest
/// variance kept. Rows are not kept.
/// </summary>
public sealed class WhiteningFit
{
    /// <summary>More would need gigabytes and minutes for the eigenvectors.</summary>
    public const int MaxDimensions = 4096;

    /// <summary>A direction whose variance is below this share of the largest one is rounding noise of float32 and cannot be scaled to 1.</summary>
    public const double RankTolerance = 1e-6;

    private readonly CovarianceSum _sum;

    public WhiteningFit(int dimensions)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(dimensions);
        if (dimensions > MaxDimensions)
        {
            throw new EmbeddingException(Text($"Vectors of {dimensions} dimensions cannot be whitened: at most {MaxDimensions}. Use a generator with fewer dimensions."));
        }

        _sum = new CovarianceSum(dimensions);
    }

    public int Dimensions => _sum.Dimensions;

    public long Rows => _sum.Rows;

    /// <summary>Adds one row; throws <see cref="EmbeddingException"/> when its length differs or a value is not a finite number.</summary>
    public void Add(ReadOnlySpan<float> row)
    {
        if (row.Length != Dimensions)
        {
            throw new EmbeddingException(Text($"Row {Rows} has {row.Length} dimensions, the rows before it {Dimensions}. All rows need the same number."));
        }

        // A sum is finite only if every value is; a sum that overflows is no vector to whiten either.
        if (!float.IsFinite(TensorPrimitives.SumOfSquares(row)))
        {
            throw new EmbeddingException(Text($"Row {Rows} holds a value that is not finite (NaN, infinite or beyond float32 when squared). Remove the row or embed it again."));
        }

        _sum.Add(row);
    }

    /// <summary>
    /// The transform to <paramref name="dimensions"/> (null: every direction that the rows span). Throws <see cref="EmbeddingException"/> when the rows span fewer;
    /// with <paramref name="allowFewer"/> it keeps those that there are.
    /// </summary>
    public Whitening Finish(int? dimensions = null, bool allowFewer = false)
    {
        if (dimensions is < 1)
        {
            throw new ArgumentOutOfRangeException(nameof(dimensions), dimensions, "At least one dimension must be kept.");
        }

        var (mean, covariance) = _sum.Finish();
        var evd = Matrix<double>.Build.Dense(Dimensions, Dimensions, covariance).Evd(Symmetricity.Symmetric);
        var variances = evd.EigenValues.Select(value => Math.Max(0, value.Real)).Reverse().ToArray();
        var rank = variances.TakeWhile(value => value > RankTolerance * variances[0]).Count();
        if (rank == 0)
        {
            throw new EmbeddingException(Rows < 2
                ? Text($"A whitening needs at least two rows; there {(Rows == 1 ? "is one" : "is none")}.")
                : Text($"All {Rows} rows are equal: there is no variance to scale. Check the texts and the generator."));
        }

        if (dimensions > rank && !allowFewer)
        {
            throw new EmbeddingException(Text(
                $"The {Rows} rows of {Dimensions} dimensions span only {rank} directions, {dimensions} were asked for. Ask for at most {rank}, or fit on more rows."));
        }

        var kept = Math.Min(dimensions ?? rank, rank);
        return new Whitening([.. mean.Select(value => (float)value)], Scale(evd.EigenVectors, variances, kept), variances, Rows);
    }

    // Eigenvectors come with ascending eigenvalues and with any sign: the largest component is made positive, so that equal rows give equal files.
    private static float[] Scale(Matrix<double> vectors, double[] variances, int kept)
    {
        var rows = vectors.RowCount;
        var matrix = new float[(long)rows * kept];
        for (var k = 0; k < kept; k++)
        {
            var vector = vectors.Column(rows - 1 - k);
            var scale = Math.Sign(vector[vector.AbsoluteMaximumIndex()]) / Math.Sqrt(variances[k]);
            for (var i = 0; i < rows; i++)
            {
                matrix[((long)i * kept) + k] = (float)(vector[i] * scale);
            }
        }

        return matrix;
    }

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
