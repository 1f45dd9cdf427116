using System.Text;
using System.Text.Json;
using System.Text.Unicode;
using LlmRec.Workbench.Catalog;
using LlmRec.Workbench.Catalog.Importing;

namespace LlmRec.Workbench.Titles.Files;

/// <summary>
/// Reads a file of titles, one a line: plain text, or JSON Lines when the first line that says anything begins with a brace. Whatever is wrong is a problem of its line.
/// </summary>
internal sealed class TitleFileReader(CategoryTree tree)
{
    private static readonly JsonDocumentOptions Options = new() { MaxDepth = 16 };

    private bool? _isJson;

    public IEnumerable<TitleInput> Read(Stream stream)
    {
        var number = 0;
        foreach (var (bytes, isCut) in ByteLines.Read(stream, ImportLimits.MaxLineBytes))
        {
            number++;
            var broken = Utf8.IsValid(bytes) ? null : $"line {number}: bytes that are not UTF-8 from byte {FirstBroken(bytes) + 1} on";
            var text = Encoding.UTF8.GetString(number == 1 && bytes is [0xEF, 0xBB, 0xBF, ..] ? bytes.AsSpan(3) : bytes);
            _isJson ??= string.IsNullOrWhiteSpace(text) ? null : text.TrimStart()[0] == '{';
            var problem = isCut ? $"line {number}: longer than {ImportLimits.MaxLineBytes} bytes; the rest was not read" : broken;
            yield return _isJson == true ? Json(text, number, problem) : Input(null, text, TitleText.Of(text), "", number, problem);
        }
    }

    private TitleInput Json(string line, int number, string? problem)
    {
        try
        {
            using var document = JsonDocument.Parse(line, Options);
            return Object(document.RootElement, line, number, problem);
        }
        catch (JsonException error)
        {
            return Unread(line, problem ?? $"line {number}: not JSON from byte {error.BytePositionInLine + 1} on");
        }
        catch (InvalidOperationException)
        {
            return Unread(line, problem ?? $"line {number}: an escape (\\uD800 to \\uDFFF) is half a character");
        }
    }

    // Throws InvalidOperationException where an escaped text is no Unicode.
    private TitleInput Object(JsonElement row, string line, int number, string? problem)
    {
        if (row.ValueKind is not JsonValueKind.Object)
        {
            return Unread(line, problem ?? $"line {number}: not a JSON object but {Kind(row.ValueKind)}");
        }

        var id = Text(row, "id");
        var (name, path) = Category(Text(row, "category") ?? Text(row, "category_id"));
        if (!row.TryGetProperty("title", out var title) || title.ValueKind is not JsonValueKind.String)
        {
            return new TitleInput(id, "", TitleText.Of(""), path, problem ?? $"line {number}: no text under \"title\"");
        }

        var raw = title.GetString() ?? "";
        var text = TitleText.Parse(raw, row.TryGetProperty("attributes", out var attributes) ? attributes : default, name);
        var noObject = text.HasProblem ? $"line {number}: \"attributes\" is not an object but {Kind(attributes.ValueKind)}; they were left out" : null;
        return Input(id, raw, text, path, number, problem is null ? noObject : Both(problem, noObject));
    }

    private static TitleInput Unread(string line, string problem) => new(null, line, TitleText.Of(""), "", problem);

    private static string Both(string first, string? second) => second is null ? first : $"{first}; {second}";

    private static TitleInput Input(string? id, string raw, TitleText text, string path, int number, string? problem)
    {
        var control = raw.AsSpan().IndexOfAnyInRange('\0', '\u001F');
        var ownProblem = string.IsNullOrWhiteSpace(raw) ? $"line {number}: the title is empty"
            : control >= 0 ? $"line {number}: the title holds the control character U+{(int)raw[control]:X4} at character {control + 1}; it was read as a blank"
            : raw.Length > ImportLimits.MaxTitleLength ? $"line {number}: the title has {raw.Length} characters; more than {ImportLimits.MaxTitleLength} are no title"
            : null;
        var readable = string.Concat(raw.Select(c => char.IsControl(c) ? ' ' : c));
        return new TitleInput(id, raw, text with { Title = readable }, path, problem is null ? ownProblem : Both(problem, ownProblem));
    }

    private (string? Name, string Path) Category(string? given) =>
        given is null ? (null, "")
        : tree.Find(given) is { } category ? (category.Name, category.Path)
        : (given.Split(Workbench.Catalog.Category.PathSeparator)[^1].Trim(), given);

    private static string? Text(JsonElement row, string name) => !row.TryGetProperty(name, out var value) ? null : value.ValueKind switch
    {
        JsonValueKind.String => value.GetString(),
        JsonValueKind.Number => value.GetRawText(),
        _ => null,
    };

    private static string Kind(JsonValueKind kind) => kind switch
    {
        JsonValueKind.Array => "a list",
        JsonValueKind.String => "a text",
        JsonValueKind.Number => "a number",
        JsonValueKind.Null => "null",
        _ => "true or false",
    };

    private static int FirstBroken(byte[] bytes)
    {
        Utf8.ToUtf16(bytes, new char[bytes.Length], out var read, out _, replaceInvalidSequences: false);
        return read;
    }
}
