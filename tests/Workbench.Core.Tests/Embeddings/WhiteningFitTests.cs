using CsCheck;
using LlmRec.Workbench.Embeddings;
using MathNet.Numerics.LinearAlgebra;

namespace LlmRec.Workbench.Tests.Embeddings;

public sealed class WhiteningFitTests
{
    [Theory]
    [InlineData(8, 8)]
    [InlineData(21, 5)]
    [InlineData(64, 1)]
    public void Finish_TheRowsThatItWasFittedTo_HaveIdentityCovarianceAfterwards(int dimensions, int kept)
    {
        var data = Rows.Correlated(1500, dimensions);

        var white = Rows.Transform(Rows.Fit(data, dimensions).Finish(kept), data);

        ShouldBeIdentity(Rows.Reference(white, kept), kept, 1e-3);
    }

    [Fact]
    public void Finish_AnyRows_WhitenTheirOwnSample() =>
        Gen.Select(Gen.Int[1, 12], Gen.Int[60, 700], Gen.Int).Sample((dimensions, rows, seed) =>
        {
            var data = Rows.Correlated(rows, dimensions, seed);
            var whitening = Rows.Fit(data, dimensions).Finish();
            ShouldBeIdentity(Rows.Reference(Rows.Transform(whitening, data), whitening.Dimensions), whitening.Dimensions, 5e-2);
        }, iter: 40);

    [Fact]
    public void Finish_SmallData_EqualsTheDirectDecomposition()
    {
        var data = Rows.Correlated(40, 6);

        var whitening = Rows.Fit(data, 6).Finish(4);

        // Centred X = U·S·Vᵀ, so Σ = V·S²/(n − 1)·Vᵀ and W = V·√(n − 1)/S, each column up to its sign.
        var (mean, _) = Rows.Reference(data, 6);
        var svd = Matrix<double>.Build.Dense(40, 6, (row, column) => data[row][column] - mean[column]).Svd();
        for (var k = 0; k < 4; k++)
        {
            whitening.Variances[k].ShouldBe(svd.S[k] * svd.S[k] / 39, 1e-5);
            var wanted = svd.VT.Row(k) * (Math.Sqrt(39) / svd.S[k]);
            wanted *= Math.Sign(wanted[wanted.AbsoluteMaximumIndex()]);
            Enumerable.Range(0, 6).ShouldAllBe(i => Math.Abs(whitening.Matrix[(i * 4) + k] - wanted[i]) < 1e-3);
        }
    }

    [Fact]
    public void Finish_StreamedInTwoParts_EqualsAllAtOnce()
    {
        var data = Rows.Correlated(1100, 9);
        var streamed = Rows.Fit(data[..613], 9);
        foreach (var row in data[613..])
        {
            streamed.Add(row);
        }

        streamed.Finish(3).Matrix.ShouldBe(Rows.Fit(data, 9).Finish(3).Matrix);
    }

    [Fact]
    public void Finish_FewerRowsThanDimensions_KeepsWhatTheySpan()
    {
        var whitening = Rows.Fit(Rows.Correlated(5, 12), 12).Finish();

        whitening.Dimensions.ShouldBe(4);
        whitening.ExplainedVariance()[^1].ShouldBe(1, 1e-6);
    }

    [Fact]
    public void Finish_MoreDimensionsThanTheRowsSpan_SaysHowManyThereAre()
    {
        var fit = Rows.Fit(Rows.Correlated(5, 12), 12);

        Should.Throw<EmbeddingException>(() => fit.Finish(8)).Message.ShouldBe(
            "The 5 rows of 12 dimensions span only 4 directions, 8 were asked for. Ask for at most 4, or fit on more rows.");
        fit.Finish(8, allowFewer: true).Dimensions.ShouldBe(4);
    }

    [Fact]
    public void Finish_ConstantAndRepeatedColumns_AreLeftOut()
    {
        var data = Rows.Correlated(400, 3).Select(row => new[] { row[0], 5, row[1], row[1], row[2] });

        Rows.Fit(data, 5).Finish().Dimensions.ShouldBe(3);
    }

    [Fact]
    public void Finish_AllRowsEqual_IsRefused() =>
        Should.Throw<EmbeddingException>(() => Rows.Fit(Enumerable.Repeat(new[] { 1f, 2f }, 9), 2).Finish())
            .Message.ShouldBe("All 9 rows are equal: there is no variance to scale. Check the texts and the generator.");

    [Theory]
    [InlineData(0, "A whitening needs at least two rows; there is none.")]
    [InlineData(1, "A whitening needs at least two rows; there is one.")]
    public void Finish_TooFewRows_IsRefused(int rows, string message) =>
        Should.Throw<EmbeddingException>(() => Rows.Fit(Rows.Correlated(rows, 3), 3).Finish(1)).Message.ShouldBe(message);

    [Theory]
    [InlineData(float.NaN)]
    [InlineData(float.PositiveInfinity)]
    [InlineData(3e38f)]
    public void Add_ValueThatIsNotFinite_NamesTheRow(float value)
    {
        var fit = Rows.Fit(Rows.Correlated(4, 2), 2);

        Should.Throw<EmbeddingException>(() => fit.Add([1, value])).Message.ShouldStartWith("Row 4 holds a value that is not finite");
        fit.Rows.ShouldBe(4);
    }

    [Fact]
    public void Add_AnotherLength_NamesBoth() =>
        Should.Throw<EmbeddingException>(() => new WhiteningFit(3).Add([1, 2])).Message.ShouldStartWith("Row 0 has 2 dimensions, the rows before it 3.");

    [Fact]
    public void Create_TooManyDimensions_SaysTheLimit() =>
        Should.Throw<EmbeddingException>(() => new WhiteningFit(5000)).Message.ShouldContain("at most 4096");

    private static void ShouldBeIdentity((double[] Mean, double[] Covariance) figures, int dimensions, double tolerance)
    {
        figures.Mean.ShouldAllBe(value => Math.Abs(value) < tolerance);
        for (var n = 0; n < figures.Covariance.Length; n++)
        {
            figures.Covariance[n].ShouldBe(n / dimensions == n % dimensions ? 1 : 0, tolerance);
        }
    }
}
