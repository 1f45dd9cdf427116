using System.Text.Json;

namespace LlmRec.Workbench.Web.Api.Reconciliation;

/// <summary>Reads the JSON that clients send in form fields and names what is wrong with it.</summary>
internal static class RequestJson
{
    public static JsonElement Parse(string field, string json)
    {
        try
        {
            using var document = JsonDocument.Parse(json);
            return document.RootElement.ValueKind == JsonValueKind.Object
                ? document.RootElement.Clone()
                : throw new ReconciliationRequestException($"'{field}' must be a JSON object, but is {Kind(document.RootElement)}.");
        }
        catch (JsonException error)
        {
            throw new ReconciliationRequestException($"'{field}' is not valid JSON: {error.Message}");
        }
    }

    public static string Text(JsonElement element, string what)
    {
        try
        {
            return element.ValueKind == JsonValueKind.String
                ? element.GetString()!
                : throw new ReconciliationRequestException($"{what} must be a text, but is {Kind(element)}.");
        }
        catch (InvalidOperationException)
        {
            throw new ReconciliationRequestException($"{what} holds half of a surrogate pair, which is no text.");
        }
    }

    public static IEnumerable<JsonElement> List(JsonElement element, string what) => element.ValueKind == JsonValueKind.Array
        ? element.EnumerateArray()
        : throw new ReconciliationRequestException($"{what} must be a list, but is {Kind(element)}.");

    public static IEnumerable<JsonProperty> Fields(JsonElement element, string what, params ReadOnlySpan<string> known)
    {
        if (element.ValueKind != JsonValueKind.Object)
        {
            throw new ReconciliationRequestException($"{what} must be a JSON object, but is {Kind(element)}.");
        }

        foreach (var field in element.EnumerateObject())
        {
            if (!known.Contains(field.Name))
            {
                throw new ReconciliationRequestException($"{what} has the field '{field.Name}', which is not known here. Known: {string.Join(", ", known!)}.");
            }
        }

        return element.EnumerateObject();
    }

    public static string Kind(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Array => "a list",
        JsonValueKind.Object => "an object",
        JsonValueKind.Null => "null",
        JsonValueKind.String => "a text",
        JsonValueKind.Number => "a number",
        _ => "true or false",
    };
}
