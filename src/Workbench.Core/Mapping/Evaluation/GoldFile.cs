using System.Text;
using System.Text.Unicode;

namespace LlmRec.Workbench.Mapping.Evaluation;

/// <summary>
/// Reads names with their right categories: UTF-8, tab-separated, with the columns <c>name</c> and <c>gold_ids</c> (joined by '|'; '-' for a name that the tree has
/// no category for) and at most one more, whose values cut the figures into strata. Reports every line that cannot be used.
/// </summary>
public static class GoldFile
{
    public const string NameColumn = "name";
    public const string IdsColumn = "gold_ids";

    /// <summary>In the IDs column: the tree has no category for this name.</summary>
    public const string NoCategory = "-";

    /// <summary>Names in one set.</summary>
    public const int MostNames = 100_000;

    /// <summary>Bytes of one file; checked by whoever receives it.</summary>
    public const int MostBytes = 20 << 20;

    private const char Separator = '|';

    public static async Task<GoldReading> ReadAsync(Stream stream, CancellationToken cancellationToken = default)
    {
        using var memory = new MemoryStream();
        await stream.CopyToAsync(memory, cancellationToken);
        return Read(memory.GetBuffer().AsSpan(0, (int)memory.Length));
    }

    /// <summary>Reads a whole file; never throws for its contents.</summary>
    public static GoldReading Read(ReadOnlySpan<byte> bytes)
    {
        var bad = new List<GoldProblem>();
        if (!Utf8.IsValid(bytes))
        {
            bad.Add(new GoldProblem(BrokenLine(bytes), GoldProblemKind.NotUtf8, "bytes that are not UTF-8; save the file as UTF-8"));
            return new GoldReading([], bad);
        }

        var text = Encoding.UTF8.GetString(bytes.StartsWith(Encoding.UTF8.Preamble) ? bytes[Encoding.UTF8.Preamble.Length..] : bytes);
        var lines = text.Split('\n').Select(line => line.TrimEnd('\r')).ToList();
        return Columns.Find(lines[0]) is { } columns ? Read(lines, columns) : new GoldReading([], [new GoldProblem(1, GoldProblemKind.Header, Columns.Missing(lines[0]))]);
    }

    private static GoldReading Read(List<string> lines, Columns columns)
    {
        var (names, problems) = (new List<GoldName>(), new List<GoldProblem>());
        foreach (var (index, line) in lines.Index().Skip(1).Where(l => l.Item.Length > 0))
        {
            var cells = line.Split('\t');
            if (ProblemOf(cells, columns) is var (kind, reason))
            {
                problems.Add(new GoldProblem(index + 1, kind, reason));
            }
            else
            {
                names.Add(new GoldName(cells[columns.Name], Ids(cells[columns.Ids]), columns.Stratum < 0 ? "" : cells[columns.Stratum].Trim()));
            }
        }

        if (names.Count > MostNames)
        {
            problems.Add(new GoldProblem(lines.Count, GoldProblemKind.TooMany, $"{names.Count} names; a gold set holds at most {MostNames}"));
        }
        else if (names.Count == 0 && problems.Count == 0)
        {
            problems.Add(new GoldProblem(1, GoldProblemKind.Empty, "no line after the header; a gold set needs at least one name"));
        }

        return new GoldReading(names, problems);
    }

    private static (GoldProblemKind Kind, string Reason)? ProblemOf(string[] cells, Columns columns) =>
        cells.Length != columns.Count ? (GoldProblemKind.Columns, $"{cells.Length} columns where the header has {columns.Count}")
        : cells[columns.Name].Trim().Length == 0 ? (GoldProblemKind.NoName, "the name is empty")
        : cells[columns.Ids].Trim() == NoCategory ? null
        : Ids(cells[columns.Ids]).Count == 0 ? (GoldProblemKind.NoIds, $"no category ID; write '{NoCategory}' for a name that the tree has no category for")
        : null;

    private static List<string> Ids(string cell) =>
        cell.Trim() == NoCategory ? [] : [.. cell.Split(Separator, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Distinct()];

    private static int BrokenLine(ReadOnlySpan<byte> bytes)
    {
        Utf8.ToUtf16(bytes, new char[bytes.Length], out var read, out _, replaceInvalidSequences: false);
        return bytes[..read].Count((byte)'\n') + 1;
    }

    /// <summary>Where the columns stand; the stratum is -1 where there is none.</summary>
    private sealed record Columns(int Count, int Name, int Ids, int Stratum)
    {
        public static Columns? Find(string header)
        {
            var cells = header.Split('\t').Select(cell => cell.Trim().ToLowerInvariant()).ToList();
            var (name, ids) = (cells.IndexOf(NameColumn), cells.IndexOf(IdsColumn));
            return name < 0 || ids < 0 || cells.Count > 3
                ? null
                : new Columns(cells.Count, name, ids, Enumerable.Range(0, cells.Count).Except([name, ids]).FirstOrDefault(-1));
        }

        public static string Missing(string header) =>
            $"the header is '{(header.Length > 80 ? header[..80] + "…" : header)}'; it must name the tab-separated columns {NameColumn}, {IdsColumn} and at most one more";
    }
}
