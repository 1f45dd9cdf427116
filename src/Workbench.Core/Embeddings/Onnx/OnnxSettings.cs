using System.Text.Json;

namespace LlmRec.Workbench.Embeddings.Onnx;

/// <summary>What a model's folder says about using it, each from the first file that has it; files and values that are not there leave the defaults of BERT.</summary>
internal sealed record OnnxSettings
{
    private const int DefaultMaxTokens = 512;
    private const int LeastTokens = 3;

    /// <summary>Longest text in tokens, [CLS] and [SEP] included; what follows is cut off.</summary>
    public int MaxTokens { get; init; } = DefaultMaxTokens;

    public bool LowerCase { get; init; } = true;

    /// <summary>Whether accents are dropped; as <see cref="LowerCase"/> unless said.</summary>
    public bool StripAccents { get; init; } = true;

    public OnnxPooling Pooling { get; init; } = OnnxPooling.Mean;

    /// <summary>Throws <see cref="EmbeddingException"/> for a file that is no JSON object and for a pooling that is not supported.</summary>
    public static OnnxSettings Read(string folder)
    {
        var tokenizer = ReadFile(folder, "tokenizer_config.json");
        var lengths = new[] { GetLength(tokenizer, "model_max_length"), GetLength(ReadFile(folder, "sentence_bert_config.json"), "max_seq_length"), GetLength(ReadFile(folder, "config.json"), "max_position_embeddings") };
        var lowerCase = GetFlag(tokenizer, "do_lower_case") ?? true;
        return new OnnxSettings
        {
            MaxTokens = lengths.Append(null).Min() ?? DefaultMaxTokens,
            LowerCase = lowerCase,
            StripAccents = GetFlag(tokenizer, "strip_accents") ?? lowerCase,
            Pooling = ReadPooling(folder),
        };
    }

    private static OnnxPooling ReadPooling(string folder)
    {
        var path = Path.Combine("1_Pooling", "config.json");
        var modes = ReadFile(folder, path) is { } file ? file.EnumerateObject().Where(p => p.Name.StartsWith("pooling_mode_", StringComparison.Ordinal) && p.Value.ValueKind == JsonValueKind.True).Select(p => p.Name).ToList() : [];
        return modes switch
        {
            [] or ["pooling_mode_mean_tokens"] => OnnxPooling.Mean,
            ["pooling_mode_cls_token"] => OnnxPooling.Cls,
            _ => throw new EmbeddingException($"{Path.Combine(folder, path)} asks for {string.Join(" and ", modes)}. Supported: pooling_mode_mean_tokens or pooling_mode_cls_token, one of them."),
        };
    }

    private static JsonElement? ReadFile(string folder, string name)
    {
        var path = Path.Combine(folder, name);
        if (!File.Exists(path))
        {
            return null;
        }

        try
        {
            using var json = JsonDocument.Parse(File.ReadAllBytes(path));
            return json.RootElement.ValueKind == JsonValueKind.Object ? json.RootElement.Clone() : throw new EmbeddingException($"{path} is no JSON object. Copy it again from the model.");
        }
        catch (JsonException error)
        {
            throw new EmbeddingException($"{path} is no JSON: {error.Message} Copy it again from the model.", error);
        }
    }

    // Where nothing is known, tokenizers write 1e30.
    private static int? GetLength(JsonElement? file, string name) =>
        file?.TryGetProperty(name, out var value) is true && value.ValueKind == JsonValueKind.Number && value.GetDouble() is >= LeastTokens and < short.MaxValue and var length ? (int)length : null;

    private static bool? GetFlag(JsonElement? file, string name) =>
        file?.TryGetProperty(name, out var value) is true && value.ValueKind is JsonValueKind.True or JsonValueKind.False ? value.GetBoolean() : null;
}
