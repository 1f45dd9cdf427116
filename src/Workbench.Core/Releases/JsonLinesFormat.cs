using System.Buffers;
using System.Text.Json;

namespace LlmRec.Workbench.Releases;

/// <summary>One JSON object per line, UTF-8, exact: the format for programs.</summary>
internal sealed class JsonLinesFormat : IRowFormat
{
    public string Name => ReleaseFormats.JsonLines;

    public void WriteHeader<TRow>(IBufferWriter<byte> output)
    {
    }

    public void WriteRow<TRow>(IBufferWriter<byte> output, TRow row)
    {
        using (var writer = new Utf8JsonWriter(output, new() { Encoder = ReleaseJson.Line.Encoder }))
        {
            JsonSerializer.Serialize(writer, row, ReleaseJson.Line);
        }

        output.Write("\n"u8);
    }
}
