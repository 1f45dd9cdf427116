using System.Text.Json;

namespace LlmRec.Workbench.Catalog.Importing;

/// <summary>Reads JSON Lines: one object per line. Numbers count as text, null as absent; inner objects stay JSON.</summary>
internal static class JsonRows
{
    private static readonly JsonDocumentOptions Options = new() { MaxDepth = 16 };

    public static IEnumerable<ImportRow> Read(TextReader reader, RowContext context)
    {
        for (var line = 1; reader.ReadLine() is { } text; line++)
        {
            if (!string.IsNullOrWhiteSpace(text) && !context.IsBroken(line, text) && Parse(line, text, context) is { } row)
            {
                yield return row;
            }
        }
    }

    private static ImportRow? Parse(int line, string text, RowContext context)
    {
        try
        {
            using var json = JsonDocument.Parse(text, Options);
            if (json.RootElement.ValueKind != JsonValueKind.Object)
            {
                return context.Reject(line, FindingCode.BadJson, text);
            }

            var cells = new Dictionary<string, string>();
            foreach (var property in json.RootElement.EnumerateObject().Where(p => p.Value.ValueKind != JsonValueKind.Null))
            {
                cells[ImportText.Column(property.Name)] =
                    property.Value.ValueKind == JsonValueKind.String ? property.Value.GetString()! : property.Value.GetRawText();
            }

            return context.IsBroken(line, [.. cells.Values]) ? null : new ImportRow(line, cells);
        }
        catch (Exception error) when (error is JsonException or InvalidOperationException)
        {
            // An escaped half of a surrogate pair is valid JSON and no text: it surfaces as InvalidOperationException.
            return context.Reject(line, FindingCode.BadJson, text);
        }
    }
}
