using System.Text.Encodings.Web;
using System.Text.Json;

namespace LlmRec.LlmSimulator;

/// <summary>A text completion: the prompt where <c>echo</c> asks for it, one generated token, and log-probabilities as OpenAI and vLLM write them.</summary>
internal sealed class CompletionReply(SimulatedRequest request, JsonElement asked, LogProbabilityModes modes)
{
    private const string Generated = "。";
    private static readonly JsonWriterOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly IReadOnlyList<SimulatedToken> _prompt = SimulatedToken.Cut(request.Prompt);

    private bool Echo => modes.HasFlag(LogProbabilityModes.Echo) && asked.TryGetProperty("echo", out var echo) && echo.ValueKind == JsonValueKind.True;

    private bool PromptLogprobs => modes.HasFlag(LogProbabilityModes.Prompt) && asked.TryGetProperty("prompt_logprobs", out _);

    public byte[] ToJson()
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer, Plain))
        {
            json.WriteStartObject();
            json.WriteString("object", "text_completion");
            json.WriteString("model", request.Model);
            json.WriteStartArray("choices");
            json.WriteStartObject();
            json.WriteNumber("index", 0);
            json.WriteString("text", Echo ? request.Prompt + Generated : Generated);
            WriteLogprobs(json);
            json.WriteString("finish_reason", "length");
            json.WriteEndObject();
            json.WriteEndArray();
            json.WriteStartObject("usage");
            json.WriteNumber("prompt_tokens", _prompt.Count);
            json.WriteNumber("completion_tokens", 1);
            json.WriteEndObject();
            json.WriteEndObject();
        }

        return buffer.ToArray();
    }

    private void WriteLogprobs(Utf8JsonWriter json)
    {
        if (Echo)
        {
            WriteEcho(json, [.. _prompt, new SimulatedToken(Generated, request.Prompt.Length, -1)]);
        }

        if (PromptLogprobs)
        {
            json.WriteStartArray("prompt_logprobs");
            foreach (var token in _prompt)
            {
                WriteEntry(json, token);
            }

            json.WriteEndArray();
        }
    }

    private static void WriteEcho(Utf8JsonWriter json, IReadOnlyList<SimulatedToken> tokens)
    {
        json.WriteStartObject("logprobs");
        json.WriteStartArray("tokens");
        foreach (var token in tokens)
        {
            json.WriteStringValue(token.Text);
        }

        json.WriteEndArray();
        json.WriteStartArray("token_logprobs");
        foreach (var token in tokens)
        {
            WriteNumberOrNull(json, token);
        }

        json.WriteEndArray();
        json.WriteStartArray("text_offset");
        foreach (var token in tokens)
        {
            json.WriteNumberValue(token.Offset);
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WriteEntry(Utf8JsonWriter json, SimulatedToken token)
    {
        if (token.Offset == 0)
        {
            json.WriteNullValue();
            return;
        }

        json.WriteStartObject();
        json.WriteStartObject($"{InventedAnswer.Hash(token.Text) % 100_000}");
        json.WriteNumber("logprob", token.LogProbability);
        json.WriteNumber("rank", 1);
        json.WriteString("decoded_token", token.Text);
        json.WriteEndObject();
        json.WriteEndObject();
    }

    // The first token has nothing before it.
    private static void WriteNumberOrNull(Utf8JsonWriter json, SimulatedToken token)
    {
        if (token.Offset == 0)
        {
            json.WriteNullValue();
        }
        else
        {
            json.WriteNumberValue(token.LogProbability);
        }
    }
}
