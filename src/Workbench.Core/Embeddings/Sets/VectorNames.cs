using System.Globalization;

namespace LlmRec.Workbench.Embeddings;

/// <summary>The names of a vector set's folder and files.</summary>
public static class VectorNames
{
    /// <summary>n × k float32, in the order of <see cref="Ids"/>.</summary>
    public const string Vectors = "vectors.npy";

    /// <summary>One JSON object per row: <c>id</c> and <c>text</c>.</summary>
    public const string Ids = "ids.jsonl";

    /// <summary>The same as one table: <c>id</c>, <c>text</c>, <c>vector</c>.</summary>
    public const string Parquet = "vectors.parquet";

    /// <summary>The transform; only where the vectors were whitened.</summary>
    public const string Whitening = "whitening.npz";

    public const string Report = "report.json";
    public const string Checksums = "SHA256SUMS";

    /// <summary>All files that a set may have, in the order in which they are shown.</summary>
    public static IReadOnlyList<string> All { get; } = [Vectors, Ids, Parquet, Whitening, Report, Checksums];

    /// <summary><c>000001</c> for 1.</summary>
    public static string Folder(int number) => number.ToString("D6", CultureInfo.InvariantCulture);
}
