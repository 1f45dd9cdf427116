using System.Numerics;
using System.Numerics.Tensors;

namespace LlmRec.Workbench.Embeddings;

/// <summary>A D × k matrix cut into panels of two SIMD vectors' width, so that (x − μ)·W for four rows at a time reads it in order and keeps its sums in registers.</summary>
internal sealed class PackedMatrix
{
    private const int RowsAtOnce = 4;
    private static readonly int Lane = Vector<float>.Count;
    private static readonly int PanelWidth = 2 * Lane;

    private readonly int _height;
    private readonly int _width;
    private readonly float[] _panels;

    public PackedMatrix(ReadOnlySpan<float> matrix, int height, int width)
    {
        (_height, _width) = (height, width);
        var panels = (width + PanelWidth - 1) / PanelWidth;
        _panels = new float[panels * height * PanelWidth];
        for (var panel = 0; panel < panels; panel++)
        {
            var columns = Math.Min(PanelWidth, width - (panel * PanelWidth));
            for (var row = 0; row < height; row++)
            {
                matrix.Slice((row * width) + (panel * PanelWidth), columns).CopyTo(_panels.AsSpan(((panel * height) + row) * PanelWidth));
            }
        }
    }

    /// <summary>target = (source − shift)·W, row by row.</summary>
    public void Multiply(ReadOnlySpan<float> source, ReadOnlySpan<float> shift, Span<float> target)
    {
        var centred = new float[RowsAtOnce * _height];
        var result = new float[RowsAtOnce * PanelWidth];
        var rows = source.Length / _height;
        for (var first = 0; first < rows; first += RowsAtOnce)
        {
            var count = Math.Min(RowsAtOnce, rows - first);
            for (var row = 0; row < count; row++)
            {
                TensorPrimitives.Subtract(source.Slice((first + row) * _height, _height), shift, centred.AsSpan(row * _height));
            }

            for (var column = 0; column < _width; column += PanelWidth)
            {
                MultiplyPanel(centred, _panels.AsSpan(column * _height, _height * PanelWidth), result);
                var columns = Math.Min(PanelWidth, _width - column);
                for (var row = 0; row < count; row++)
                {
                    result.AsSpan(row * PanelWidth, columns).CopyTo(target[(((first + row) * _width) + column)..]);
                }
            }
        }
    }

    private void MultiplyPanel(ReadOnlySpan<float> rows, ReadOnlySpan<float> panel, Span<float> result)
    {
        Vector<float> a0 = default, a1 = default, b0 = default, b1 = default, c0 = default, c1 = default, d0 = default, d1 = default;
        var a = rows[.._height];
        var b = rows.Slice(_height, _height);
        var c = rows.Slice(2 * _height, _height);
        var d = rows.Slice(3 * _height, _height);
        for (var i = 0; i < a.Length; i++)
        {
            var left = new Vector<float>(panel[(i * PanelWidth)..]);
            var right = new Vector<float>(panel[((i * PanelWidth) + Lane)..]);
            var value = new Vector<float>(a[i]);
            (a0, a1) = (Vector.FusedMultiplyAdd(value, left, a0), Vector.FusedMultiplyAdd(value, right, a1));
            value = new Vector<float>(b[i]);
            (b0, b1) = (Vector.FusedMultiplyAdd(value, left, b0), Vector.FusedMultiplyAdd(value, right, b1));
            value = new Vector<float>(c[i]);
            (c0, c1) = (Vector.FusedMultiplyAdd(value, left, c0), Vector.FusedMultiplyAdd(value, right, c1));
            value = new Vector<float>(d[i]);
            (d0, d1) = (Vector.FusedMultiplyAdd(value, left, d0), Vector.FusedMultiplyAdd(value, right, d1));
        }

        Store(result, a0, a1, b0, b1);
        Store(result[(2 * PanelWidth)..], c0, c1, d0, d1);
    }

    private static void Store(Span<float> result, Vector<float> a0, Vector<float> a1, Vector<float> b0, Vector<float> b1)
    {
        a0.CopyTo(result);
        a1.CopyTo(result[Lane..]);
        b0.CopyTo(result[PanelWidth..]);
        b1.CopyTo(result[(PanelWidth + Lane)..]);
    }
}
