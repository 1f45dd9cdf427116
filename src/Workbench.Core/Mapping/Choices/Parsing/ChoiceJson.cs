using System.Globalization;
using System.Text.Json;

namespace LlmRec.Workbench.Mapping.Choices.Parsing;

/// <summary>Answers in JSON: a number, a list, or an object with one property that says the choice.</summary>
internal static class ChoiceJson
{
    private static readonly string[] Names = ["choice", "choices", "answer", "answers", "number", "numbers", "selected", "selection", "index", "id", "选择", "答案", "编号", "序号"];

    /// <summary>Null for a text that is no JSON object or list.</summary>
    public static ChoiceReading? TryRead(string text)
    {
        if (text[0] is not ('{' or '['))
        {
            return null;
        }

        try
        {
            using var document = JsonDocument.Parse(text);
            return Numbers(document.RootElement) is { } numbers ? new ChoiceReading([.. numbers]) : ChoiceReading.Unreadable(ChoiceViolations.Unclear);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>Null for a value that says no choice; empty for one that declines.</summary>
    private static IReadOnlyList<int>? Numbers(JsonElement value)
    {
        switch (value.ValueKind)
        {
            case JsonValueKind.Null or JsonValueKind.False:
                return [];
            case JsonValueKind.Number:
                return value.TryGetInt32(out var number) ? [number] : null;
            case JsonValueKind.String:
                return FromString(value.GetString()!);
            case JsonValueKind.Array:
                var parts = value.EnumerateArray().Select(Numbers).ToList();
                return parts.Contains(null) ? null : [.. parts.SelectMany(part => part!)];
            case JsonValueKind.Object:
                return Choice(value) is { } choice ? Numbers(choice) : null;
            default:
                return null;
        }
    }

    private static IReadOnlyList<int>? FromString(string text) =>
        int.TryParse(text, NumberStyles.AllowLeadingWhite | NumberStyles.AllowTrailingWhite, CultureInfo.InvariantCulture, out var number) ? [number]
        : PlainChoice.Declines(text) ? [] : null;

    private static JsonElement? Choice(JsonElement value)
    {
        var properties = value.EnumerateObject().ToList();
        var named = properties.Where(p => Names.Contains(p.Name.Trim(), StringComparer.OrdinalIgnoreCase)).ToList();
        return named is [var one] ? one.Value : properties is [var only] ? only.Value : null;
    }
}
