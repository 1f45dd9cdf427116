namespace LlmRec.Workbench.Releases;

/// <summary>The formats that releases are written in.</summary>
public static class ReleaseFormats
{
    public const string JsonLines = "jsonl";
    public const string Csv = "csv";
    public const string Parquet = "parquet";

    /// <summary>Vectors for NumPy, with what belongs to them: IDs, transform and report.</summary>
    public const string Npy = "npy";

    /// <summary>Every format's name.</summary>
    public static IReadOnlyList<string> Names { get; } = [JsonLines, Csv, Parquet, Npy];

    internal static IReadOnlyList<IRowFormat> OfRows { get; } = [new JsonLinesFormat(), new CsvFormat()];

    /// <summary>Reads a comma-separated list of names; throws <see cref="ReleaseException"/> naming those that this version does not write.</summary>
    public static IReadOnlyList<string> Parse(string list)
    {
        var names = list.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Select(name => name.ToLowerInvariant()).Distinct().ToList();
        Check(names);
        return names;
    }

    internal static void Check(IReadOnlyCollection<string> names)
    {
        var unknown = names.Except(Names).ToList();
        if (names.Count == 0 || unknown.Count > 0)
        {
            var what = names.Count == 0 ? "No format was named" : $"The format {string.Join(", ", unknown.Select(name => $"'{name}'"))} is not available";
            throw new ReleaseException($"{what}: this version writes {string.Join(", ", Names.SkipLast(1))} and {Names[^1]}. Ask for one of these, for example --format jsonl,csv.");
        }
    }
}
