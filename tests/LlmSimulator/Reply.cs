using System.Text.Encodings.Web;
using System.Text.Json;

namespace LlmRec.LlmSimulator;

/// <summary>A proper chat completion in the making.</summary>
internal sealed record Reply(SimulatedRequest Request, string Text, string FinishReason)
{
    /// <summary>Whether the log-probabilities of the text's tokens are told.</summary>
    public bool Logprobs { get; init; }

    private const string Object = "chat.completion";

    // Real servers send Chinese as it is; nobody renders this as markup.
    private static readonly JsonWriterOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public byte[] ToJson()
    {
        using var buffer = new MemoryStream(Text.Length + 512);
        using (var json = new Utf8JsonWriter(buffer, Plain))
        {
            WriteHead(json, Object);
            json.WriteStartArray("choices");
            json.WriteStartObject();
            json.WriteNumber("index", 0);
            json.WriteStartObject("message");
            json.WriteString("role", "assistant");
            json.WriteString("content", Text);
            json.WriteEndObject();
            WriteLogprobs(json);
            json.WriteString("finish_reason", FinishReason);
            json.WriteEndObject();
            json.WriteEndArray();
            WriteUsage(json);
            json.WriteEndObject();
        }

        return buffer.ToArray();
    }

    /// <summary>The server-sent events of a streamed reply, without the framing.</summary>
    public IEnumerable<byte[]> ToChunks(int size)
    {
        foreach (var part in Text.Chunk(size))
        {
            yield return Chunk(new string(part), null, usage: false);
        }

        yield return Chunk("", FinishReason, usage: false);
        yield return Chunk(null, null, usage: true);
    }

    private byte[] Chunk(string? delta, string? finishReason, bool usage)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer, Plain))
        {
            WriteHead(json, Object + ".chunk");
            json.WriteStartArray("choices");
            if (delta is not null)
            {
                json.WriteStartObject();
                json.WriteNumber("index", 0);
                json.WriteStartObject("delta");
                json.WriteString("role", "assistant");
                json.WriteString("content", delta);
                json.WriteEndObject();
                json.WriteString("finish_reason", finishReason);
                json.WriteEndObject();
            }

            json.WriteEndArray();
            if (usage)
            {
                WriteUsage(json);
            }

            json.WriteEndObject();
        }

        return buffer.ToArray();
    }

    private void WriteHead(Utf8JsonWriter json, string kind)
    {
        json.WriteStartObject();
        json.WriteString("id", $"chatcmpl-{Request.Number}");
        json.WriteString("object", kind);
        json.WriteNumber("created", Request.At.ToUnixTimeSeconds());
        json.WriteString("model", Request.Model);
    }

    private void WriteLogprobs(Utf8JsonWriter json)
    {
        if (!Logprobs)
        {
            return;
        }

        json.WriteStartObject("logprobs");
        json.WriteStartArray("content");
        foreach (var token in SimulatedToken.Cut(Text))
        {
            json.WriteStartObject();
            json.WriteString("token", token.Text);
            json.WriteNumber("logprob", token.LogProbability);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private void WriteUsage(Utf8JsonWriter json)
    {
        var (prompt, completion) = (TokenCount.Of(Request.Prompt), TokenCount.Of(Text));
        json.WriteStartObject("usage");
        json.WriteNumber("prompt_tokens", prompt);
        json.WriteNumber("completion_tokens", completion);
        json.WriteNumber("total_tokens", prompt + completion);
        json.WriteEndObject();
    }
}
