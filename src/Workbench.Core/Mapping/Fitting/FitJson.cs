using System.Text.Json;

namespace LlmRec.Workbench.Mapping.Fitting;

/// <summary>Coefficients and reports as they stand in the database.</summary>
internal static class FitJson
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web);

    public static string Write<T>(T value) => JsonSerializer.Serialize(value, Options);

    public static T Read<T>(string json) =>
        JsonSerializer.Deserialize<T>(json, Options) ?? throw new JsonException($"A stored {typeof(T).Name} is null. Return to other settings.");
}
