using System.Diagnostics;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using LlmRec.Workbench.Embeddings.Files;
using Microsoft.Extensions.AI;

namespace LlmRec.Workbench.Embeddings;

/// <summary>
/// Writes one set into an empty folder in two passes: as vectors arrive they go to a raw file, into the covariance and into the sample; when all are there they are
/// transformed from that file. Nothing is asked of a generator twice.
/// </summary>
internal sealed class VectorSetWriter(string folder, VectorSet set, EmbeddingProfile profile) : IDisposable
{
    private const string RawFile = "raw.npy";
    private const int RowsAtOnce = 512;

    private readonly FileStream _ids = File.Create(Path.Combine(folder, VectorNames.Ids));
    private NpyWriter? _raw;
    private WhiteningFit? _fit;
    private VectorSample? _sample;
    private long _tokens;

    public int Rows { get; private set; }

    /// <summary>0 until the first vector is there.</summary>
    public int InputDimensions => _raw?.Columns ?? 0;

    public void Add(IReadOnlyList<VectorText> texts, GeneratedEmbeddings<Embedding<float>> vectors)
    {
        for (var i = 0; i < texts.Count; i++)
        {
            var vector = vectors[i].Vector.Span;
            _raw ??= Open(vector.Length);
            _raw.Write(vector);
            _fit?.Add(vector);
            _sample!.Offer(vector);
            _ids.Write(JsonSerializer.SerializeToUtf8Bytes(texts[i], VectorJson.Line));
            _ids.WriteByte((byte)'\n');
        }

        Rows += texts.Count;
        _tokens += vectors.Usage?.InputTokenCount ?? 0;
    }

    /// <summary>Completes all files and returns the report, which is one of them.</summary>
    public VectorReport Finish(Stopwatch clock, CancellationToken cancellationToken)
    {
        if (_raw is null)
        {
            throw new EmbeddingException("There was no text to embed. Import items or approve titles, then create the vectors again.");
        }

        _ids.Flush(flushToDisk: true);
        _ids.Dispose();
        _raw.Complete();
        var whitening = _fit?.Finish(set.TargetDimensions, allowFewer: true);
        if (whitening is not null)
        {
            WhiteningFile.Save(Path.Combine(folder, VectorNames.Whitening), whitening, profile.Name, profile.Model);
        }

        WriteVectors(whitening, cancellationToken);
        var report = Describe(whitening) with { Seconds = Math.Round(clock.Elapsed.TotalSeconds, 3) };
        File.WriteAllText(Path.Combine(folder, VectorNames.Report), VectorJson.Write(report));
        File.WriteAllText(
            Path.Combine(folder, VectorNames.Checksums),
            string.Concat(report.Files.Append(Hash(VectorNames.Report)).OrderBy(f => f.Name, StringComparer.Ordinal).Select(f => $"{f.Sha256}  {f.Name}\n")));
        return report;
    }

    public void Dispose()
    {
        _ids.Dispose();
        _raw?.Dispose();
    }

    private NpyWriter Open(int dimensions)
    {
        _fit = set.TargetDimensions is null ? null : new WhiteningFit(dimensions);
        _sample = new VectorSample(dimensions);
        return new NpyWriter(Path.Combine(folder, RawFile), dimensions);
    }

    private void WriteVectors(Whitening? whitening, CancellationToken cancellationToken)
    {
        var dimensions = whitening?.Dimensions ?? InputDimensions;
        using (var reader = NpyReader.Open(Path.Combine(folder, RawFile)))
        using (var vectors = new NpyWriter(Path.Combine(folder, VectorNames.Vectors), dimensions))
        using (var table = new ParquetVectors(Path.Combine(folder, VectorNames.Parquet), dimensions))
        {
            var (source, target) = (new float[RowsAtOnce * InputDimensions], new float[RowsAtOnce * dimensions]);
            using var texts = File.ReadLines(Path.Combine(folder, VectorNames.Ids), Encoding.UTF8).GetEnumerator();
            for (int read; (read = reader.Read(source)) > 0;)
            {
                cancellationToken.ThrowIfCancellationRequested();
                var rows = target.AsSpan(0, read * dimensions);
                Transform(whitening, source.AsSpan(0, read * InputDimensions), rows);
                vectors.Write(rows);
                for (var row = 0; row < read && texts.MoveNext(); row++)
                {
                    var text = JsonSerializer.Deserialize<VectorText>(texts.Current, VectorJson.Line)!;
                    table.Add(text.Id, text.Text, rows.Slice(row * dimensions, dimensions).ToArray());
                }
            }

            vectors.Complete();
            table.Complete();
        }

        File.Delete(Path.Combine(folder, RawFile));
    }

    private static void Transform(Whitening? whitening, ReadOnlySpan<float> source, Span<float> target)
    {
        if (whitening is null)
        {
            source.CopyTo(target);
        }
        else
        {
            whitening.Transform(source, target);
        }
    }

    private VectorReport Describe(Whitening? whitening) => new()
    {
        Text = set.Text,
        Generator = profile.Name,
        Model = profile.Model,
        Rows = Rows,
        InputDimensions = InputDimensions,
        Dimensions = whitening?.Dimensions ?? InputDimensions,
        AskedDimensions = set.TargetDimensions,
        Tokens = _tokens,
        Cost = profile.Cost(_tokens),
        Currency = profile.Currency,
        Whitening = whitening is null ? null : _sample!.Compare(whitening),
        Before = whitening is null ? IsotropyFigures.Measure(_sample!.ToArray(), InputDimensions) : null,
        Files = [.. VectorNames.All.Where(name => File.Exists(Path.Combine(folder, name))).Select(Hash)],
    };

    private VectorFile Hash(string name)
    {
        using var stream = File.OpenRead(Path.Combine(folder, name));
        return new VectorFile(name, stream.Length, Convert.ToHexStringLower(SHA256.HashData(stream)));
    }
}
