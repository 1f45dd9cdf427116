using CsCheck;
using LlmRec.Workbench.Embeddings;

namespace LlmRec.Workbench.Tests.Embeddings;

public sealed class WhiteningTests
{
    [Fact]
    public void Transform_ByHand_IsCentredAndMultiplied()
    {
        var whitening = new Whitening([1, 2], [1, 10, 100, 1000], [2, 1], 9);
        var result = new float[2];

        whitening.Transform([2, 4], result);

        result.ShouldBe([(1 * 1) + (2 * 100), (1 * 10) + (2 * 1000)]);
    }

    [Fact]
    public void Transform_SeveralRows_EqualsOneByOneExactly() =>
        Gen.Select(Gen.Int[1, 40], Gen.Int[1, 11], Gen.Int).Sample((dimensions, rows, seed) =>
        {
            var data = Rows.Correlated(rows, dimensions, seed);
            var kept = 1 + (int)((uint)seed % (uint)dimensions);
            var matrix = Enumerable.Range(0, dimensions * kept).Select(i => MathF.Sin(i + seed)).ToArray();
            var whitening = new Whitening(new float[dimensions], matrix, new double[dimensions], rows);
            var together = new float[rows * kept];
            whitening.Transform(data.SelectMany(row => row).ToArray(), together);
            together.ShouldBe(Rows.Transform(whitening, data).SelectMany(row => row));
        }, iter: 60);

    [Fact]
    public void ExplainedVariance_KeptDirections_AreSharesOfTheWhole() =>
        new Whitening([0, 0, 0], [1, 0, 0, 1, 0, 0], [6, 3, 1], 5).ExplainedVariance().ShouldBe([0.6, 0.9], 1e-12);

    [Fact]
    public void Create_MatrixOfAnotherShape_Throws() =>
        Should.Throw<ArgumentException>(() => new Whitening([0, 0], [1, 2, 3], [1, 1], 5));

    [Fact]
    public void Transform_PartOfARow_Throws() =>
        Should.Throw<ArgumentException>(() => new Whitening([0, 0], [1, 2], [1, 1], 5).Transform([1, 2, 3], new float[1]));
}
