using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Json;

namespace LlmRec.Workbench.Embeddings.Files;

/// <summary>Reads titles from a text file: one per line, or JSON Lines with <c>title</c>.</summary>
public static class TitleLines
{
    /// <summary>
    /// One title per line, in the order of the file; throws <see cref="EmbeddingException"/> naming the line that has none, because rows are told apart by their place.
    /// </summary>
    public static async IAsyncEnumerable<string> ReadAsync(string path, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        if (!File.Exists(path))
        {
            throw new EmbeddingException($"There is no file {path}.");
        }

        var number = 0;
        await foreach (var line in File.ReadLinesAsync(path, Encoding.UTF8, cancellationToken))
        {
            number++;
            var title = (line.StartsWith('{') ? TitleOf(line) : line)?.Trim();
            yield return string.IsNullOrEmpty(title)
                ? throw new EmbeddingException($"{path}, line {number}: there is no title. Write one title per line, or JSON objects with \"title\".")
                : title;
        }
    }

    private static string? TitleOf(string line)
    {
        try
        {
            using var json = JsonDocument.Parse(line);
            return json.RootElement.TryGetProperty("title", out var title) && title.ValueKind == JsonValueKind.String ? title.GetString() : null;
        }
        catch (Exception error) when (error is JsonException or InvalidOperationException)
        {
            return null;
        }
    }
}
