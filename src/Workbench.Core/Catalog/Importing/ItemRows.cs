using System.Text.Encodings.Web;
using System.Text.Json;

namespace LlmRec.Workbench.Catalog.Importing;

/// <summary>Turns rows into products. Attributes are one JSON column, or every column that means nothing else.</summary>
internal sealed class ItemRows(CategoryLookup categories, FindingList rejections)
{
    private static readonly JsonSerializerOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
    private static readonly HashSet<string> NoAttributes = [.. ImportColumns.Known(ImportKinds.Items)];

    private readonly Dictionary<string, int> _lineOfId = new(StringComparer.Ordinal);

    /// <summary>The product; null, with a rejection, where the row is not one.</summary>
    public Item? Read(ImportRow row)
    {
        var id = row.Get(ImportColumns.ItemId);
        var title = row.Get(ImportColumns.Title);
        var category = categories.Find(row.Get(ImportColumns.ItemCategory), row.Line, rejections);
        var attributes = Attributes(row);
        var good = CheckId(row.Line, id) & CheckTitle(row.Line, id, title);
        return good && category is not null && attributes is not null ? new Item { Id = id, CategoryId = category, Title = title, Attributes = attributes } : null;
    }

    private bool CheckId(int line, string id)
    {
        if (id.Length == 0)
        {
            rejections.Add(line, FindingCode.EmptyId);
            return false;
        }

        if (!_lineOfId.TryAdd(id, line))
        {
            rejections.Add(line, FindingCode.DuplicateId, id, $"{_lineOfId[id]}");
            return false;
        }

        return ImportText.Check(id, ImportLimits.MaxIdLength, line, rejections);
    }

    private bool CheckTitle(int line, string id, string title)
    {
        if (title.Length == 0)
        {
            rejections.Add(line, FindingCode.EmptyTitle, id);
            return false;
        }

        return ImportText.Check(title, ImportLimits.MaxTitleLength, line, rejections);
    }

    private string? Attributes(ImportRow row)
    {
        if (ImportColumns.Attributes.FirstOrDefault(row.Cells.ContainsKey) is { } column && row.Cells[column].Trim() is { Length: > 0 } json)
        {
            return Compact(json) ?? Reject(row.Line, json);
        }

        return JsonSerializer.Serialize(
            row.Cells.Where(c => c.Key.Length > 0 && !NoAttributes.Contains(c.Key) && c.Value.Length > 0).ToDictionary(c => c.Key, c => ImportText.Clean(c.Value)), Readable);
    }

    private string? Reject(int line, string json)
    {
        rejections.Add(line, FindingCode.BadAttributes, json);
        return null;
    }

    /// <summary>The object on one line without needless blanks; null where the text is no JSON object.</summary>
    public static string? Compact(string json)
    {
        try
        {
            using var document = JsonDocument.Parse(json);
            return document.RootElement.ValueKind == JsonValueKind.Object ? JsonSerializer.Serialize(document.RootElement, Readable) : null;
        }
        catch (Exception error) when (error is JsonException or InvalidOperationException or ArgumentException)
        {
            return null;
        }
    }
}
