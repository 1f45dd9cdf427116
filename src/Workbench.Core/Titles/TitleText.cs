using System.Text.Json;

namespace LlmRec.Workbench.Titles;

/// <summary>What is known of one product before anything is normalised: its raw title, its attributes as text and the name of its category.</summary>
/// <param name="HasProblem">The attributes were not a JSON object and are therefore missing.</param>
public sealed record TitleText(string Title, IReadOnlyDictionary<string, string> Attributes, string? CategoryName = null, bool HasProblem = false)
{
    private const string Between = "、";

    private static readonly IReadOnlyDictionary<string, string> NoAttributes = new Dictionary<string, string>();

    public static TitleText Of(string title) => new(title, NoAttributes);

    /// <param name="attributes">JSON; anything but an object gives no attributes and <see cref="HasProblem"/>. Never throws.</param>
    public static TitleText Parse(string title, string? attributes, string? categoryName = null)
    {
        if (string.IsNullOrWhiteSpace(attributes))
        {
            return new TitleText(title, NoAttributes, categoryName);
        }

        try
        {
            using var document = JsonDocument.Parse(attributes);
            return Parse(title, document.RootElement, categoryName);
        }
        catch (Exception ex) when (ex is JsonException or ArgumentException)
        {
            return new TitleText(title, NoAttributes, categoryName, HasProblem: true);
        }
    }

    /// <inheritdoc cref="Parse(string, string?, string?)"/>
    public static TitleText Parse(string title, JsonElement attributes, string? categoryName = null)
    {
        if (attributes.ValueKind is JsonValueKind.Null or JsonValueKind.Undefined)
        {
            return new TitleText(title, NoAttributes, categoryName);
        }

        if (attributes.ValueKind is not JsonValueKind.Object)
        {
            return new TitleText(title, NoAttributes, categoryName, HasProblem: true);
        }

        var texts = new Dictionary<string, string>();
        foreach (var attribute in attributes.EnumerateObject())
        {
            texts[attribute.Name] = TextOf(attribute.Value);
        }

        return new TitleText(title, texts, categoryName);
    }

    private static string TextOf(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => value.GetString() ?? "",
        JsonValueKind.Null => "",
        JsonValueKind.Array => string.Join(Between, value.EnumerateArray().Select(TextOf)),
        _ => value.GetRawText(),
    };
}
