using LlmRec.Workbench.Embeddings;
using LlmRec.Workbench.Embeddings.Files;

namespace LlmRec.Workbench.Tests.Embeddings;

public sealed class VectorFileWhiteningTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("fit-test-");

    private string File => Path.Combine(_folder.FullName, "in.npy");
    private string Out => Path.Combine(_folder.FullName, "out");

    [Fact]
    public void Run_SomebodysVectors_WritesWhitenedOnesAndTheTransform()
    {
        Write(Rows.Correlated(1200, 10));

        var report = VectorFileWhitening.Run(File, 4, Out);

        (report.Rows, report.InputDimensions, report.Dimensions).ShouldBe((1200, 10, 4));
        var rows = VectorSetsTests.ReadRows(Path.Combine(Out, VectorNames.Vectors));
        Rows.Reference(rows, 4).Covariance.Where((_, n) => n % 5 == 0).ShouldAllBe(variance => Math.Abs(variance - 1) < 1e-3);
        WhiteningFile.Load(Path.Combine(Out, VectorNames.Whitening)).Whitening.Rows.ShouldBe(1200);
        VectorJson.Read(System.IO.File.ReadAllText(Path.Combine(Out, VectorNames.Report)))!.Whitening!.ExplainedVariance.ShouldBe(report.Whitening!.ExplainedVariance);
    }

    [Fact]
    public void Run_MoreDimensionsThanTheRowsSpan_WritesNothing()
    {
        Write(Rows.Correlated(4, 6));

        Should.Throw<EmbeddingException>(() => VectorFileWhitening.Run(File, 5, Out)).Message.ShouldContain("span only 3 directions, 5 were asked for");
        Directory.Exists(Out).ShouldBeFalse();
    }

    [Fact]
    public void Run_NaNInside_NamesTheRow()
    {
        var rows = Rows.Correlated(9, 3);
        rows[6][1] = float.NaN;
        Write(rows);

        Should.Throw<EmbeddingException>(() => VectorFileWhitening.Run(File, 2, Out)).Message.ShouldStartWith("Row 6 holds a value that is not finite");
    }

    public void Dispose() => _folder.Delete(recursive: true);

    private void Write(float[][] rows)
    {
        using var writer = new NpyWriter(File, rows[0].Length);
        rows.ToList().ForEach(row => writer.Write(row));
        writer.Complete();
    }
}
