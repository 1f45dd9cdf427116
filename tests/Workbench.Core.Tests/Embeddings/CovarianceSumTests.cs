using CsCheck;

namespace LlmRec.Workbench.Tests.Embeddings;

public sealed class CovarianceSumTests
{
    [Theory]
    [InlineData(1, 3)]
    [InlineData(511, 4)]
    [InlineData(512, 5)]
    [InlineData(513, 1)]
    [InlineData(1600, 13)]
    public void Finish_AnyNumberOfRows_IsTheDefinition(int rows, int dimensions)
    {
        var data = Rows.Correlated(rows, dimensions);

        var (mean, covariance) = Rows.Sum(data, dimensions).Finish();

        var (wantedMean, wanted) = Rows.Reference(data, dimensions);
        ShouldBeClose(mean, wantedMean, 1e-6);
        ShouldBeClose(covariance, wanted, 1e-6);
    }

    [Fact]
    public void Finish_MeanFarFromZero_LosesNoDigits()
    {
        var data = Rows.Correlated(2000, 6, offset: 1000);

        var (_, covariance) = Rows.Sum(data, 6).Finish();

        ShouldBeClose(covariance, Rows.Reference(data, 6).Covariance, 1e-5);
    }

    [Fact]
    public void Finish_AnyRows_IsTheDefinition() =>
        Gen.Select(Gen.Int[1, 9], Gen.Int[0, 1100], Gen.Int).Sample((dimensions, rows, seed) =>
        {
            var data = Rows.Correlated(rows + 1, dimensions, seed);
            ShouldBeClose(Rows.Sum(data, dimensions).Finish().Covariance, Rows.Reference(data, dimensions).Covariance, 1e-5);
        }, iter: 60);

    [Fact]
    public void Finish_RowsInAnotherOrder_IsTheSame() =>
        Gen.Int.Sample(seed =>
        {
            var data = Rows.Correlated(1300, 7, seed);
            var shuffled = data.ToArray();
            new Random(seed).Shuffle(shuffled);
            ShouldBeClose(Rows.Sum(shuffled, 7).Finish().Covariance, Rows.Sum(data, 7).Finish().Covariance, 1e-5);
        }, iter: 20);

    [Fact]
    public void Finish_Twice_IsTheSame()
    {
        var sum = Rows.Sum(Rows.Correlated(700, 4), 4);

        sum.Finish().Covariance.ShouldBe(sum.Finish().Covariance);
    }

    [Fact]
    public void Finish_RowsAddedAfterwards_Count()
    {
        var data = Rows.Correlated(900, 4);
        var sum = Rows.Sum(data[..300], 4);
        sum.Finish();

        foreach (var row in data[300..])
        {
            sum.Add(row);
        }

        ShouldBeClose(sum.Finish().Covariance, Rows.Reference(data, 4).Covariance, 1e-6);
    }

    [Fact]
    public void Finish_NoRows_IsZero() => Rows.Sum([], 2).Finish().Covariance.ShouldBe(new double[4]);

    private static void ShouldBeClose(double[] actual, double[] wanted, double tolerance)
    {
        actual.Length.ShouldBe(wanted.Length);
        actual.Zip(wanted).Max(pair => Math.Abs(pair.First - pair.Second) / (1 + Math.Abs(pair.Second))).ShouldBeLessThan(tolerance);
    }
}
