using LlmRec.Workbench.Embeddings;

namespace LlmRec.Workbench.Tests.Embeddings;

public sealed class ReportTests
{
    [Fact]
    public void Isotropy_AllAxesAndTheirOpposites_IsPerfect()
    {
        var figures = IsotropyFigures.Measure([1, 0, -1, 0, 0, 1, 0, -1], 2);

        figures.MeanCosine.ShouldBe(-1.0 / 3, 1e-6);
        figures.Partition.ShouldBe(1, 1e-6);
    }

    [Fact]
    public void Isotropy_OneDirectionWhateverTheLength_IsWorst()
    {
        var figures = IsotropyFigures.Measure([1, 0, 2, 0, 5, 0], 2);

        figures.MeanCosine.ShouldBe(1, 1e-6);
        figures.Partition.ShouldBe(Math.Exp(-1) / Math.E, 1e-6);
    }

    [Fact]
    public void Isotropy_ByHand_IsTheQuotientOfPartitionFunctions()
    {
        // VᵀV = diag(2, 1): Z along x is 2e + 1 or 2/e + 1, along y it is e + 2 or 1/e + 2.
        var figures = IsotropyFigures.Measure([1, 0, 1, 0, 0, 1], 2);

        figures.Partition.ShouldBe(((2 / Math.E) + 1) / ((2 * Math.E) + 1), 1e-6);
        figures.MeanCosine.ShouldBe(1.0 / 3, 1e-6);
    }

    [Fact]
    public void Isotropy_RowsOfLengthZero_DoNotCount() =>
        IsotropyFigures.Measure([0, 0, 1, 0, 0, 0, 1, 0], 2).MeanCosine.ShouldBe(1, 1e-6);

    [Fact]
    public void Neighbours_TheSameVectorsScaled_AgreeFully()
    {
        var rows = Rows.Correlated(60, 5).SelectMany(row => row).ToArray();

        NeighbourAgreement.Measure(rows, 5, [.. rows.Select(value => value * 3)], 5).ShouldBe(1);
    }

    [Fact]
    public void Neighbours_UnrelatedVectors_AgreeByChanceOnly()
    {
        var (a, b) = (Rows.Correlated(400, 8, 1, -3.5f), Rows.Correlated(400, 8, 2, -3.5f));
        new Random(3).Shuffle(b);

        NeighbourAgreement.Measure([.. a.SelectMany(row => row)], 8, [.. b.SelectMany(row => row)], 8).ShouldBeInRange(0.005, 0.12);
    }

    [Fact]
    public void Neighbours_FewRows_AllAreNeighbours() => NeighbourAgreement.Measure([1, 0, 0, 1, 1, 1], 2, [3, 1, 2], 1).ShouldBe(1);

    [Fact]
    public void Sample_MoreRowsThanItKeeps_GivesEveryRowTheSameChance()
    {
        var hits = new int[100];
        for (var seed = 0; seed < 2000; seed++)
        {
            var sample = new VectorSample(1, size: 10, seed);
            Enumerable.Range(0, 100).ToList().ForEach(i => sample.Offer([i]));
            sample.ToArray().ToList().ForEach(value => hits[(int)value]++);
        }

        hits.ShouldAllBe(count => count > 130 && count < 270);
    }

    [Fact]
    public void Sample_SameSeed_KeepsTheSameRows()
    {
        var samples = Enumerable.Range(0, 2).Select(_ => new VectorSample(1, size: 5)).ToList();

        samples.ForEach(sample => Enumerable.Range(0, 50).ToList().ForEach(i => sample.Offer([i])));

        samples[0].ToArray().ShouldBe(samples[1].ToArray());
    }

    [Fact]
    public void Compare_VectorsWithACommonDirection_AreMoreIsotropicAfterwards()
    {
        var data = Rows.Correlated(500, 16, offset: 2);
        var sample = new VectorSample(16);
        data.ToList().ForEach(row => sample.Offer(row));

        var report = sample.Compare(Rows.Fit(data, 16).Finish(8));

        report.Before.MeanCosine.ShouldBeGreaterThan(0.9);
        report.After.MeanCosine.ShouldBe(0, 0.02);
        report.After.Partition.ShouldBeGreaterThan(report.Before.Partition);
        report.ExplainedVariance.Count.ShouldBe(8);
        report.ExplainedVariance.ShouldBeInOrder();
        report.NeighbourAgreement.ShouldBeInRange(0.05, 1);
    }
}
