using System.Numerics.Tensors;
using MathNet.Numerics.LinearAlgebra;
using MathNet.Numerics.LinearAlgebra.Factorization;

namespace LlmRec.Workbench.Embeddings;

/// <summary>How evenly vectors point into all directions.</summary>
/// <param name="MeanCosine">Mean cosine of all pairs, −1 to 1; 0 when no direction is preferred, near 1 when all point the same way.</param>
/// <param name="Partition">
/// min Z(c) / max Z(c) over the unit eigenvectors c of VᵀV, with Z(c) = Σ exp(cᵀv) over the vectors v scaled to length 1 (Arora et al. 2016; Mu and Viswanath 2018,
/// "All-but-the-Top", eq. 1–2); 0 to 1, where 1 is isotropic.
/// </param>
public sealed record IsotropyFigures(double MeanCosine, double Partition)
{
    /// <summary>Measures rows of <paramref name="dimensions"/> values that lie one after another; rows of length 0 do not count. Fewer than two rows count as isotropic.</summary>
    public static IsotropyFigures Measure(ReadOnlySpan<float> rows, int dimensions)
    {
        var unit = UnitRows(rows, dimensions);
        var count = unit.Length / dimensions;
        if (count < 2)
        {
            return new IsotropyFigures(0, 1);
        }

        // Σ over pairs i ≠ j of uᵢ·uⱼ = |Σ u|² − n.
        var sum = new double[dimensions];
        for (var i = 0; i < unit.Length; i++)
        {
            sum[i % dimensions] += unit[i];
        }

        var cosines = (sum.Sum(value => value * value) - count) / ((double)count * (count - 1));
        return new IsotropyFigures(cosines, MeasurePartition(unit, dimensions));
    }

    private static double MeasurePartition(float[] unit, int dimensions)
    {
        var rows = Matrix<double>.Build.Dense(dimensions, unit.Length / dimensions, Array.ConvertAll(unit, value => (double)value));
        var directions = rows.TransposeAndMultiply(rows).Evd(Symmetricity.Symmetric).EigenVectors;
        var sums = directions.TransposeThisAndMultiply(rows).PointwiseExp().RowSums();

        // An eigenvector has no sign of its own: both are tried.
        var opposite = directions.TransposeThisAndMultiply(rows).Negate().PointwiseExp().RowSums();
        return Math.Min(sums.Minimum(), opposite.Minimum()) / Math.Max(sums.Maximum(), opposite.Maximum());
    }

    private static float[] UnitRows(ReadOnlySpan<float> rows, int dimensions)
    {
        var unit = new float[rows.Length];
        var kept = 0;
        for (var at = 0; at < rows.Length; at += dimensions)
        {
            var row = rows.Slice(at, dimensions);
            var norm = TensorPrimitives.Norm(row);
            if (norm > 0)
            {
                TensorPrimitives.Divide(row, norm, unit.AsSpan(kept++ * dimensions, dimensions));
            }
        }

        return unit[..(kept * dimensions)];
    }
}
