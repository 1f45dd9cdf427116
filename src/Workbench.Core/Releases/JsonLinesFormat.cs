using System.Buffers;
using System.Text.Json;

namespace LlmRec.Workbench.Releases;

/// <summary>One JSON object per line, UTF-8, exact: the format for programs.</summary>
internal sealed class JsonLinesFormat : IPairFormat
{
    public string Name => "jsonl";
    public string FileName => ReleaseNames.JsonLines;

    public void WriteHeader(IBufferWriter<byte> output)
    {
    }

    public void WritePair(IBufferWriter<byte> output, ReleasePair pair)
    {
        using (var writer = new Utf8JsonWriter(output, new() { Encoder = ReleaseJson.Line.Encoder }))
        {
            JsonSerializer.Serialize(writer, pair, ReleaseJson.Line);
        }

        output.Write("\n"u8);
    }
}
