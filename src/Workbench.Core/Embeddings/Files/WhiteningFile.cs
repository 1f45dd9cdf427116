using System.IO.Compression;
using System.Runtime.InteropServices;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace LlmRec.Workbench.Embeddings.Files;

/// <summary>What a whitening file says about itself (<c>metadata.json</c> in it).</summary>
public sealed record WhiteningMetadata
{
    /// <summary>Raised when a reader of the version before would misread the file.</summary>
    public const int CurrentVersion = 1;

    [JsonPropertyName("format")]
    public string Format { get; init; } = WhiteningFile.Format;

    [JsonPropertyName("version")]
    public int Version { get; init; } = CurrentVersion;

    [JsonPropertyName("rows")]
    public long Rows { get; init; }

    /// <summary>Generator of the vectors that it was fitted to; empty when nobody knows.</summary>
    [JsonPropertyName("generator")]
    public string Generator { get; init; } = "";

    [JsonPropertyName("model")]
    public string Model { get; init; } = "";
}

/// <summary>
/// Keeps a whitening as <c>.npz</c>, which <c>numpy.load</c> opens: <c>mean</c> (D, float32), <c>matrix</c> (D × k, float32), <c>variances</c> (D, float64) and
/// <c>metadata.json</c>. In NumPy: <c>(x - w["mean"]) @ w["matrix"]</c>.
/// </summary>
public static class WhiteningFile
{
    public const string Format = "llmrec-whitening";

    private const long MaxEntry = 256L << 20;

    public static void Save(string path, Whitening whitening, string generator = "", string model = "")
    {
        var aside = path + ".new";
        using (var stream = File.Create(aside))
        {
            using (var zip = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
            {
                Write(zip, "mean.npy", NpyHeader.Write(whitening.InputDimensions, null, isDouble: false), MemoryMarshal.AsBytes<float>([.. whitening.Mean]));
                Write(zip, "matrix.npy", NpyHeader.Write(whitening.InputDimensions, whitening.Dimensions, isDouble: false), MemoryMarshal.AsBytes<float>([.. whitening.Matrix]));
                Write(zip, "variances.npy", NpyHeader.Write(whitening.InputDimensions, null, isDouble: true), MemoryMarshal.AsBytes<double>([.. whitening.Variances]));
                Write(zip, "metadata.json", JsonSerializer.SerializeToUtf8Bytes(new WhiteningMetadata { Rows = whitening.Rows, Generator = generator, Model = model }), []);
            }

            stream.Flush(flushToDisk: true);
        }

        File.Move(aside, path, overwrite: true);
    }

    /// <summary>Throws <see cref="EmbeddingException"/> when the file is no whitening, is damaged or is of a later version.</summary>
    public static (Whitening Whitening, WhiteningMetadata Metadata) Load(string path)
    {
        try
        {
            using var zip = ZipFile.OpenRead(path);
            var metadata = ReadMetadata(zip, path);
            var (mean, matrix) = (ReadArray(zip, "mean.npy", path), ReadArray(zip, "matrix.npy", path));
            var variances = Array.ConvertAll(ReadArray(zip, "variances.npy", path), value => (double)value);
            return (new Whitening(mean, matrix, variances, metadata.Rows), metadata);
        }
        catch (Exception error) when (error is InvalidDataException or IOException or ArgumentException or JsonException)
        {
            throw new EmbeddingException($"{path} is no whitening file or is damaged: {error.Message} Fit it again with 'vectors fit' or restore it from a backup.", error);
        }
    }

    private static WhiteningMetadata ReadMetadata(ZipArchive zip, string path)
    {
        using var stream = Find(zip, "metadata.json").Open();
        var metadata = JsonSerializer.Deserialize<WhiteningMetadata>(stream);
        return metadata is { Format: Format, Version: >= 1 and <= WhiteningMetadata.CurrentVersion }
            ? metadata
            : throw new EmbeddingException(
                $"{path} has format {metadata?.Format} version {metadata?.Version}; this program reads {Format} up to version {WhiteningMetadata.CurrentVersion}.");
    }

    private static float[] ReadArray(ZipArchive zip, string name, string path)
    {
        var entry = Find(zip, name);
        using var reader = new NpyReader(entry.Open(), entry.Length, $"{path}:{name}");
        var values = new float[reader.Rows * reader.Columns];
        var read = values.Length == 0 ? 0 : reader.Read(values);
        return read == reader.Rows && values.All(float.IsFinite) ? values : throw new InvalidDataException($"{name} holds a value that is not finite.");
    }

    private static ZipArchiveEntry Find(ZipArchive zip, string name) => zip.GetEntry(name) is { Length: <= MaxEntry } entry
        ? entry
        : throw new InvalidDataException($"it holds no {name}, or one that is too large.");

    private static void Write(ZipArchive zip, string name, ReadOnlySpan<byte> head, ReadOnlySpan<byte> data)
    {
        using var entry = zip.CreateEntry(name, CompressionLevel.NoCompression).Open();
        entry.Write(head);
        entry.Write(data);
    }
}
