using System.Text.Encodings.Web;
using System.Text.Json;

namespace LlmRec.Workbench.Embeddings;

/// <summary>How vector sets are written as JSON: snake_case names, Chinese readable as it is.</summary>
public static class VectorJson
{
    internal static JsonSerializerOptions Line { get; } = Create(indented: false);

    private static JsonSerializerOptions Indented { get; } = Create(indented: true);

    public static string Write(VectorReport report) => JsonSerializer.Serialize(report, Indented) + "\n";

    /// <summary>Null for a set that has no report yet.</summary>
    public static VectorReport? Read(string json) => json.Length == 0 ? null : JsonSerializer.Deserialize<VectorReport>(json, Indented);

    private static JsonSerializerOptions Create(bool indented) => new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        WriteIndented = indented,
        NewLine = "\n",
    };
}
