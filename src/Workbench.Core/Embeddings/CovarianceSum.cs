using System.Numerics;

namespace LlmRec.Workbench.Embeddings;

/// <summary>
/// Sums rows of float32 into their mean and covariance, block by block; memory is D × D doubles and one block, whatever the number of rows. Values are shifted by
/// the mean of the first block before they are multiplied, so that a mean far from zero costs no digits. Within a block products are summed in float32, over the
/// blocks in float64.
/// </summary>
public sealed class CovarianceSum
{
    private const int BlockRows = 512;
    private const int TileRows = 4;
    private const int TileColumns = 2;

    // Columns of a block lie a little more than a power of two apart: otherwise they would share cache sets.
    private const int Stride = BlockRows + 16;

    private readonly int _padded;
    private readonly float[] _block;
    private readonly double[] _products;
    private readonly double[] _sums;
    private readonly float[] _shift;
    private readonly ParallelOptions _threads = new() { MaxDegreeOfParallelism = Environment.ProcessorCount };
    private int _filled;
    private bool _shifted;

    public CovarianceSum(int dimensions)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(dimensions);
        Dimensions = dimensions;
        _padded = (dimensions + TileRows - 1) / TileRows * TileRows;
        _block = new float[_padded * Stride];
        _products = new double[(long)_padded * _padded];
        (_sums, _shift) = (new double[_padded], new float[_padded]);
    }

    public int Dimensions { get; }

    public long Rows { get; private set; }

    /// <summary>Adds one row of <see cref="Dimensions"/> finite values.</summary>
    public void Add(ReadOnlySpan<float> row)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(row.Length, Dimensions);
        for (int column = 0, at = _filled; column < row.Length; column++, at += Stride)
        {
            _block[at] = row[column] - _shift[column];
        }

        Rows++;
        if (++_filled == BlockRows)
        {
            AddBlock();
        }
    }

    /// <summary>Mean of all rows (D) and their covariance (D × D, row-major, divided by n − 1; zeros for fewer than two rows).</summary>
    public (double[] Mean, double[] Covariance) Finish()
    {
        AddBlock();
        var (mean, covariance) = (new double[Dimensions], new double[(long)Dimensions * Dimensions]);
        var divisor = Math.Max(1, Rows - 1);
        for (var i = 0; i < Dimensions; i++)
        {
            mean[i] = _shift[i] + (_sums[i] / Math.Max(1, Rows));
            for (var j = i; j < Dimensions; j++)
            {
                // With shifted values y: Σ(y_i − ȳ_i)(y_j − ȳ_j) = Σ y_i·y_j − (Σ y_i)(Σ y_j)/n.
                var value = (_products[((long)i * _padded) + j] - (_sums[i] * _sums[j] / Math.Max(1, Rows))) / divisor;
                covariance[((long)i * Dimensions) + j] = covariance[((long)j * Dimensions) + i] = value;
            }
        }

        return (mean, covariance);
    }

    private void AddBlock()
    {
        if (_filled == 0)
        {
            return;
        }

        if (!_shifted)
        {
            ShiftFirstBlock();
        }

        for (var column = 0; column < Dimensions; column++)
        {
            var values = _block.AsSpan(column * Stride, Stride);
            values[_filled..].Clear();
            _sums[column] += Sum(values);
        }

        Parallel.For(0, _padded / TileRows, _threads, AddTiles);
        _filled = 0;
    }

    private void ShiftFirstBlock()
    {
        _shifted = true;
        for (var column = 0; column < Dimensions; column++)
        {
            var values = _block.AsSpan(column * Stride, _filled);
            _shift[column] = (float)(Sum(values) / _filled);
            System.Numerics.Tensors.TensorPrimitives.Subtract(values, _shift[column], values);
        }
    }

    private static double Sum(ReadOnlySpan<float> values)
    {
        var sum = 0.0;
        foreach (var value in values)
        {
            sum += value;
        }

        return sum;
    }

    /// <summary>The upper triangle's tiles of four rows of XᵀX: 4 × 2 dot products at a time, their eight sums in registers.</summary>
    private void AddTiles(int tile)
    {
        var i = tile * TileRows;
        Span<float> sums = stackalloc float[TileRows * TileColumns];
        for (var j = i; j < _padded; j += TileColumns)
        {
            MultiplyTile(ref _block[i * Stride], ref _block[j * Stride], sums);
            for (var n = 0; n < sums.Length; n++)
            {
                _products[((long)(i + (n / TileColumns)) * _padded) + j + (n % TileColumns)] += sums[n];
            }
        }
    }

    private static void MultiplyTile(ref float rows, ref float columns, Span<float> sums)
    {
        Vector<float> a0 = default, a1 = default, b0 = default, b1 = default, c0 = default, c1 = default, d0 = default, d1 = default;
        for (nuint at = 0; at < BlockRows; at += (nuint)Vector<float>.Count)
        {
            var left = Vector.LoadUnsafe(ref columns, at);
            var right = Vector.LoadUnsafe(ref columns, at + Stride);
            var row = Vector.LoadUnsafe(ref rows, at);
            (a0, a1) = (Vector.FusedMultiplyAdd(row, left, a0), Vector.FusedMultiplyAdd(row, right, a1));
            row = Vector.LoadUnsafe(ref rows, at + Stride);
            (b0, b1) = (Vector.FusedMultiplyAdd(row, left, b0), Vector.FusedMultiplyAdd(row, right, b1));
            row = Vector.LoadUnsafe(ref rows, at + (2 * Stride));
            (c0, c1) = (Vector.FusedMultiplyAdd(row, left, c0), Vector.FusedMultiplyAdd(row, right, c1));
            row = Vector.LoadUnsafe(ref rows, at + (3 * Stride));
            (d0, d1) = (Vector.FusedMultiplyAdd(row, left, d0), Vector.FusedMultiplyAdd(row, right, d1));
        }

        (sums[0], sums[1], sums[2], sums[3]) = (Vector.Sum(a0), Vector.Sum(a1), Vector.Sum(b0), Vector.Sum(b1));
        (sums[4], sums[5], sums[6], sums[7]) = (Vector.Sum(c0), Vector.Sum(c1), Vector.Sum(d0), Vector.Sum(d1));
    }
}
