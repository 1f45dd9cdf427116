using System.Runtime.CompilerServices;
using System.Text.Json;

namespace LlmRec.Workbench.Releases;

/// <summary>Reads the rows of published releases from their files.</summary>
internal static class ReleaseRows
{
    /// <summary>The rows of a part, one group at a time; none where the release does not have the part.</summary>
    public static IAsyncEnumerable<IReadOnlyList<TRow>> ReadAsync<TRow>(
        ReleaseFolders folders, ReleaseManifest manifest, ReleasePart<TRow> part, CancellationToken cancellationToken) =>
        manifest.Files.Any(file => file.Name == part.JsonLines)
            ? ReadAsync(Path.Combine(folders.PathOf(manifest.Release), part.JsonLines), part, cancellationToken)
            : AsyncEnumerable.Empty<IReadOnlyList<TRow>>();

    /// <summary>Compares streams of rows to their end and keeps the first changes.</summary>
    public static async Task<PartDiff<TRow>> CompareAsync<TRow>(
        ReleasePart<TRow> part, IAsyncEnumerable<IReadOnlyList<TRow>> before, IAsyncEnumerable<IReadOnlyList<TRow>> after, int take, CancellationToken cancellationToken)
        where TRow : class
    {
        var comparison = new RowComparison<TRow>(part);
        var first = new List<RowChange<TRow>>();
        await foreach (var change in comparison.CompareAsync(before, after, cancellationToken))
        {
            if (first.Count < take)
            {
                first.Add(change);
            }
        }

        return new PartDiff<TRow>(comparison.Counts, first);
    }

    private static async IAsyncEnumerable<IReadOnlyList<TRow>> ReadAsync<TRow>(
        string path, ReleasePart<TRow> part, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        var group = new List<TRow>();
        await foreach (var line in File.ReadLinesAsync(path, cancellationToken))
        {
            var row = JsonSerializer.Deserialize<TRow>(line, ReleaseJson.Line)!;
            if (group.Count > 0 && part.Group(group[0]) != part.Group(row))
            {
                yield return group;
                group = [];
            }

            group.Add(row);
        }

        if (group.Count > 0)
        {
            yield return group;
        }
    }
}
