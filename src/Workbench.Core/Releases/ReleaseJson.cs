using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace LlmRec.Workbench.Releases;

/// <summary>How releases are written as JSON: snake_case names, Chinese readable as it is, moments in UTC ending in Z.</summary>
public static class ReleaseJson
{
    internal const string MomentFormat = "yyyy-MM-ddTHH:mm:ss.FFFFFFF'Z'";

    /// <summary>One value per line.</summary>
    public static JsonSerializerOptions Line { get; } = Create(indented: false);

    /// <summary>For people to read.</summary>
    public static JsonSerializerOptions Indented { get; } = Create(indented: true);

    internal static string Moment(DateTimeOffset value) => value.UtcDateTime.ToString(MomentFormat, CultureInfo.InvariantCulture);

    private static JsonSerializerOptions Create(bool indented) => new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        WriteIndented = indented,
        NewLine = "\n",
        Converters = { new MomentConverter(), new JsonStringEnumConverter(JsonNamingPolicy.SnakeCaseLower) },
    };

    private sealed class MomentConverter : JsonConverter<DateTimeOffset>
    {
        public override DateTimeOffset Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => reader.GetDateTimeOffset();

        public override void Write(Utf8JsonWriter writer, DateTimeOffset value, JsonSerializerOptions options) => writer.WriteStringValue(Moment(value));
    }
}
