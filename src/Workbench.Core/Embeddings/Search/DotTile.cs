using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace LlmRec.Workbench.Embeddings.Search;

/// <summary>
/// Dot products of 4 rows with 4 queries at a time: eight loads feed sixteen multiply-adds whose sums stay in registers, where single dot products need two loads
/// for each. Every product is summed in the same order, so equal vectors have equal scores wherever they stand.
/// </summary>
internal static class DotTile
{
    /// <summary>Rows, and queries, of a tile.</summary>
    public const int Side = 4;

    /// <summary><paramref name="sums"/>[4·row + query]; <paramref name="stride"/> (values from row to row, also of the queries) is a multiple of 16.</summary>
    public static void Multiply(ref readonly float rows, ref readonly float queries, int stride, Span<float> sums)
    {
        if (Vector512.IsHardwareAccelerated)
        {
            Multiply512(in rows, in queries, (nuint)stride, sums);
            return;
        }

        // With half as many registers: two queries at a time.
        MultiplyHalf(in rows, in queries, (nuint)stride, sums);
        MultiplyHalf(in rows, in Unsafe.Add(ref Unsafe.AsRef(in queries), 2 * stride), (nuint)stride, sums[2..]);
    }

    private static void Multiply512(ref readonly float rows, ref readonly float queries, nuint stride, Span<float> sums)
    {
        Vector512<float> a0 = default, a1 = default, a2 = default, a3 = default, b0 = default, b1 = default, b2 = default, b3 = default;
        Vector512<float> c0 = default, c1 = default, c2 = default, c3 = default, d0 = default, d1 = default, d2 = default, d3 = default;
        for (nuint at = 0; at < stride; at += (nuint)Vector512<float>.Count)
        {
            var first = Vector512.LoadUnsafe(in queries, at);
            var second = Vector512.LoadUnsafe(in queries, at + stride);
            var third = Vector512.LoadUnsafe(in queries, at + (2 * stride));
            var fourth = Vector512.LoadUnsafe(in queries, at + (3 * stride));
            var row = Vector512.LoadUnsafe(in rows, at);
            a0 = Vector512.FusedMultiplyAdd(row, first, a0);
            a1 = Vector512.FusedMultiplyAdd(row, second, a1);
            a2 = Vector512.FusedMultiplyAdd(row, third, a2);
            a3 = Vector512.FusedMultiplyAdd(row, fourth, a3);
            row = Vector512.LoadUnsafe(in rows, at + stride);
            b0 = Vector512.FusedMultiplyAdd(row, first, b0);
            b1 = Vector512.FusedMultiplyAdd(row, second, b1);
            b2 = Vector512.FusedMultiplyAdd(row, third, b2);
            b3 = Vector512.FusedMultiplyAdd(row, fourth, b3);
            row = Vector512.LoadUnsafe(in rows, at + (2 * stride));
            c0 = Vector512.FusedMultiplyAdd(row, first, c0);
            c1 = Vector512.FusedMultiplyAdd(row, second, c1);
            c2 = Vector512.FusedMultiplyAdd(row, third, c2);
            c3 = Vector512.FusedMultiplyAdd(row, fourth, c3);
            row = Vector512.LoadUnsafe(in rows, at + (3 * stride));
            d0 = Vector512.FusedMultiplyAdd(row, first, d0);
            d1 = Vector512.FusedMultiplyAdd(row, second, d1);
            d2 = Vector512.FusedMultiplyAdd(row, third, d2);
            d3 = Vector512.FusedMultiplyAdd(row, fourth, d3);
        }

        (sums[0], sums[1], sums[2], sums[3]) = (Vector512.Sum(a0), Vector512.Sum(a1), Vector512.Sum(a2), Vector512.Sum(a3));
        (sums[4], sums[5], sums[6], sums[7]) = (Vector512.Sum(b0), Vector512.Sum(b1), Vector512.Sum(b2), Vector512.Sum(b3));
        (sums[8], sums[9], sums[10], sums[11]) = (Vector512.Sum(c0), Vector512.Sum(c1), Vector512.Sum(c2), Vector512.Sum(c3));
        (sums[12], sums[13], sums[14], sums[15]) = (Vector512.Sum(d0), Vector512.Sum(d1), Vector512.Sum(d2), Vector512.Sum(d3));
    }

    private static void MultiplyHalf(ref readonly float rows, ref readonly float queries, nuint stride, Span<float> sums)
    {
        Vector<float> a0 = default, a1 = default, b0 = default, b1 = default, c0 = default, c1 = default, d0 = default, d1 = default;
        for (nuint at = 0; at < stride; at += (nuint)Vector<float>.Count)
        {
            var first = Vector.LoadUnsafe(in queries, at);
            var second = Vector.LoadUnsafe(in queries, at + stride);
            var row = Vector.LoadUnsafe(in rows, at);
            (a0, a1) = (Vector.FusedMultiplyAdd(row, first, a0), Vector.FusedMultiplyAdd(row, second, a1));
            row = Vector.LoadUnsafe(in rows, at + stride);
            (b0, b1) = (Vector.FusedMultiplyAdd(row, first, b0), Vector.FusedMultiplyAdd(row, second, b1));
            row = Vector.LoadUnsafe(in rows, at + (2 * stride));
            (c0, c1) = (Vector.FusedMultiplyAdd(row, first, c0), Vector.FusedMultiplyAdd(row, second, c1));
            row = Vector.LoadUnsafe(in rows, at + (3 * stride));
            (d0, d1) = (Vector.FusedMultiplyAdd(row, first, d0), Vector.FusedMultiplyAdd(row, second, d1));
        }

        (sums[0], sums[1], sums[4], sums[5]) = (Vector.Sum(a0), Vector.Sum(a1), Vector.Sum(b0), Vector.Sum(b1));
        (sums[8], sums[9], sums[12], sums[13]) = (Vector.Sum(c0), Vector.Sum(c1), Vector.Sum(d0), Vector.Sum(d1));
    }
}
