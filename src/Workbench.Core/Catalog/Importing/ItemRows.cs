using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace LlmRec.Workbench.Catalog.Importing;

/// <summary>Turns rows into products. Attributes are one JSON column, or every column that means nothing else.</summary>
internal sealed class ItemRows(CategoryLookup categories, IReadOnlyCollection<string> columns, FindingList rejections)
{
    private const int MadeIdBytes = 12;
    private const string MadeIdPrefix = "title-";

    private static readonly JsonSerializerOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
    private static readonly HashSet<string> NoAttributes = [.. ImportColumns.Known(ImportKinds.Items)];

    private readonly bool _hasIds = ImportColumns.ItemId.Intersect(columns).Any();

    /// <summary>The product; a row without title, or null, where there is a rejection.</summary>
    public ItemRow? Read(ImportRow row)
    {
        var id = row.Get(ImportColumns.ItemId);
        var title = row.Get(ImportColumns.Title);
        var named = row.Get(ImportColumns.ItemCategory);
        var category = named.Length == 0 ? null : categories.Find(named, row.Line, rejections);
        var attributes = Attributes(row);
        var good = CheckId(row.Line, id) & CheckTitle(row.Line, id, title) && (category is not null || named.Length == 0);
        if (good && attributes is not null)
        {
            return new ItemRow(row.Line, id.Length > 0 ? id : MakeId(title, attributes), id.Length > 0, title, category, attributes);
        }

        return id.Length > 0 ? ItemRow.Rejected(row.Line, id) : null;
    }

    /// <summary>The same for the same title and attributes, whenever they are imported.</summary>
    internal static string MakeId(string title, string attributes) =>
        MadeIdPrefix + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{title}\0{attributes}")).AsSpan(0, MadeIdBytes));

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

    private bool CheckId(int line, string id)
    {
        if (id.Length == 0 && _hasIds)
        {
            rejections.Add(line, FindingCode.EmptyId);
            return false;
        }

        return ImportText.Check(id, ImportLimits.MaxIdLength, line, rejections);
    }

    private bool CheckTitle(int line, string id, string title)
    {
        if (title.Length is 0 or > ImportLimits.MaxTitleLength)
        {
            var (code, what) = title.Length == 0 ? (FindingCode.EmptyTitle, id) : (FindingCode.TitleTooLong, $"{title.Length}");
            rejections.Add(line, code, what, $"{ImportLimits.MaxTitleLength}");
            return false;
        }

        return ImportText.Check(title, ImportLimits.MaxTitleLength, line, rejections);
    }

    private string? Attributes(ImportRow row)
    {
        if (ImportColumns.Attributes.FirstOrDefault(row.Cells.ContainsKey) is { } column && row.Cells[column].Trim() is { Length: > 0 } json)
        {
            return CheckLength(row.Line, Compact(json) ?? Reject(row.Line, FindingCode.BadAttributes, column, json));
        }

        return CheckLength(row.Line, JsonSerializer.Serialize(
            row.Cells.Where(c => c.Key.Length > 0 && !NoAttributes.Contains(c.Key) && c.Value.Length > 0).ToDictionary(c => c.Key, c => ImportText.Clean(c.Value)), Readable));
    }

    private string? CheckLength(int line, string? attributes) =>
        attributes?.Length > ImportLimits.MaxAttributesLength ? Reject(line, FindingCode.TooLong, attributes, $"{ImportLimits.MaxAttributesLength}") : attributes;

    private string? Reject(int line, FindingCode code, params ReadOnlySpan<string> arguments)
    {
        rejections.Add(line, code, arguments);
        return null;
    }
}
