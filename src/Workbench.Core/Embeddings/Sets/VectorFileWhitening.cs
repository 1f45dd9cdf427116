using System.Diagnostics;
using LlmRec.Workbench.Embeddings.Files;

namespace LlmRec.Workbench.Embeddings;

/// <summary>Whitens anybody's vectors: a <c>.npy</c> file in, transform, vectors and report out. Rows are streamed twice; memory does not grow with them.</summary>
public static class VectorFileWhitening
{
    private const int RowsAtOnce = 512;

    /// <summary>
    /// Writes <see cref="VectorNames.Whitening"/>, <see cref="VectorNames.Vectors"/> and <see cref="VectorNames.Report"/> into <paramref name="folder"/>; throws
    /// <see cref="EmbeddingException"/> when the file or the number of dimensions does not allow it. <paramref name="progress"/> counts rows of both passes.
    /// </summary>
    public static VectorReport Run(string path, int? dimensions, string folder, IProgress<long>? progress = null, CancellationToken cancellationToken = default)
    {
        var clock = Stopwatch.StartNew();
        using var reader = NpyReader.Open(path);
        var (fit, sample) = (new WhiteningFit(reader.Columns), new VectorSample(reader.Columns));
        ReadAll(reader, rows =>
        {
            for (var at = 0; at < rows.Length; at += reader.Columns)
            {
                fit.Add(rows.Slice(at, reader.Columns));
                sample.Offer(rows.Slice(at, reader.Columns));
            }

            progress?.Report(fit.Rows);
        }, cancellationToken);
        var whitening = fit.Finish(dimensions);
        Directory.CreateDirectory(folder);
        WhiteningFile.Save(Path.Combine(folder, VectorNames.Whitening), whitening);
        using var writer = new NpyWriter(Path.Combine(folder, VectorNames.Vectors), whitening.Dimensions);
        var target = new float[RowsAtOnce * whitening.Dimensions];
        ReadAll(reader, rows =>
        {
            var result = target.AsSpan(0, rows.Length / reader.Columns * whitening.Dimensions);
            whitening.Transform(rows, result);
            writer.Write(result);
            progress?.Report(fit.Rows + writer.Rows);
        }, cancellationToken);
        writer.Complete();
        var report = Describe(Path.GetFileName(path), whitening, sample) with { Seconds = Math.Round(clock.Elapsed.TotalSeconds, 3), AskedDimensions = dimensions };
        File.WriteAllText(Path.Combine(folder, VectorNames.Report), VectorJson.Write(report));
        return report;
    }

    private static void ReadAll(NpyReader reader, RowsAction action, CancellationToken cancellationToken)
    {
        var rows = new float[RowsAtOnce * reader.Columns];
        reader.Seek(0);
        for (int read; (read = reader.Read(rows)) > 0;)
        {
            cancellationToken.ThrowIfCancellationRequested();
            action(rows.AsSpan(0, read * reader.Columns));
        }
    }

    private static VectorReport Describe(string name, Whitening whitening, VectorSample sample) => new()
    {
        Text = "",
        Generator = "",
        Model = name,
        Rows = whitening.Rows,
        InputDimensions = whitening.InputDimensions,
        Dimensions = whitening.Dimensions,
        Whitening = sample.Compare(whitening),
    };

    private delegate void RowsAction(ReadOnlySpan<float> rows);
}
