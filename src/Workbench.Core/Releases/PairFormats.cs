namespace LlmRec.Workbench.Releases;

/// <summary>The formats that releases are written in.</summary>
public static class PairFormats
{
    internal static IReadOnlyList<IPairFormat> All { get; } = [new JsonLinesFormat(), new CsvFormat()];

    /// <summary>Every format's name.</summary>
    public static IReadOnlyList<string> Names { get; } = [.. All.Select(format => format.Name)];

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
            throw new ReleaseException($"{what}: this version writes {string.Join(" and ", Names)}. Ask for one of these, for example --format jsonl,csv.");
        }
    }
}
