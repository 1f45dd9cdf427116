using System.Collections.Concurrent;
using System.Runtime.InteropServices;
using System.Text.Json;

namespace LlmRec.LlmSimulator;

/// <summary>Answers embedding requests with hashed character pairs: equal texts get equal vectors, similar texts similar ones.</summary>
internal sealed class EmbeddingsEndpoint(SimulatorOptions options)
{
    private const int DefaultDimensions = 64;

    private readonly ConcurrentQueue<Fault> _faults = [];
    private readonly ConcurrentDictionary<string, int> _counts = [];
    private volatile Rule? _rule;
    private long _requests;

    public long Requests => Interlocked.Read(ref _requests);

    /// <summary>How often each text was answered.</summary>
    public IReadOnlyDictionary<string, int> Counts => _counts;

    /// <summary>Requests with such texts meet the fault until another rule replaces this; null for none.</summary>
    public void SetRule(Func<IReadOnlyList<string>, bool>? when, Fault fault) => _rule = when is null ? null : new Rule(when, fault);

    public void Enqueue(IEnumerable<Fault> faults)
    {
        foreach (var fault in faults)
        {
            _faults.Enqueue(fault);
        }
    }

    public async Task HandleAsync(HttpContext context)
    {
        Interlocked.Increment(ref _requests);
        using var request = JsonDocument.Parse(await RequestReader.ReadBodyAsync(context));
        var root = request.RootElement;
        var model = RequestReader.ReadModel(context, root);
        if (await Admission.DenyAsync(context, options, RequestReader.ReadKey(context), model))
        {
            return;
        }

        var texts = ReadTexts(root);
        if (_faults.TryDequeue(out var fault) || (fault = _rule is { } rule && rule.When(texts) ? rule.Fault : null) is not null)
        {
            await (fault.Kind == FaultKind.Garbage ? ReplyWriter.WriteGarbageAsync(context) : Breakdown.PerformAsync(context, fault));
            return;
        }

        var dimensions = root.TryGetProperty("dimensions", out var wanted) ? wanted.GetInt32() : DefaultDimensions;
        var base64 = root.TryGetProperty("encoding_format", out var format) && format.ValueEquals("base64");
        foreach (var text in texts)
        {
            _counts.AddOrUpdate(text, 1, (_, count) => count + 1);
        }

        context.Response.ContentType = "application/json";
        await using var json = new Utf8JsonWriter(context.Response.BodyWriter);
        Write(json, model, texts, dimensions, base64);
    }

    private static string[] ReadTexts(JsonElement root) => root.GetProperty("input") is { ValueKind: JsonValueKind.Array } many
        ? [.. many.EnumerateArray().Select(t => t.GetString() ?? "")]
        : [root.GetProperty("input").GetString() ?? ""];

    private void Write(Utf8JsonWriter json, string model, string[] texts, int dimensions, bool base64)
    {
        json.WriteStartObject();
        json.WriteString("object", "list");
        json.WriteString("model", model);
        json.WriteStartArray("data");
        for (var n = 0; n < texts.Length; n++)
        {
            var i = options.ReverseEmbeddings ? texts.Length - 1 - n : n;
            json.WriteStartObject();
            json.WriteString("object", "embedding");
            json.WriteNumber("index", i);
            WriteVector(json, options.Embed?.Invoke(texts[i], dimensions) ?? Embed(texts[i], dimensions), base64);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        var tokens = texts.Sum(TokenCount.Of);
        json.WriteStartObject("usage");
        json.WriteNumber("prompt_tokens", tokens);
        json.WriteNumber("total_tokens", tokens);
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void WriteVector(Utf8JsonWriter json, float[] vector, bool base64)
    {
        if (base64)
        {
            json.WriteBase64String("embedding", MemoryMarshal.AsBytes(vector.AsSpan()));
            return;
        }

        json.WriteStartArray("embedding");
        foreach (var value in vector)
        {
            json.WriteNumberValue(value);
        }

        json.WriteEndArray();
    }

    private static float[] Embed(string text, int dimensions)
    {
        var vector = new float[dimensions];
        var padded = $"^{text}$";
        for (var i = 0; i + 1 < padded.Length; i++)
        {
            var hash = InventedAnswer.Hash(padded.AsSpan(i, 2));
            vector[hash % (uint)dimensions] += hash % 2 == 0 ? 1 : -1;
        }

        var length = MathF.Sqrt(vector.Sum(v => v * v));
        return length == 0 ? vector : [.. vector.Select(v => v / length)];
    }

    private sealed record Rule(Func<IReadOnlyList<string>, bool> When, Fault Fault);
}
