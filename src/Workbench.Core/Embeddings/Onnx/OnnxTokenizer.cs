using System.Text;
using System.Text.Json;
using Microsoft.ML.Tokenizers;

namespace LlmRec.Workbench.Embeddings.Onnx;

/// <summary>Cuts texts into the tokens of a BERT vocabulary, [CLS] before and [SEP] behind them.</summary>
internal sealed class OnnxTokenizer
{
    private readonly BertTokenizer _tokenizer;
    private readonly int _maxTokens;

    /// <summary>Throws <see cref="EmbeddingException"/> if the file is no such vocabulary.</summary>
    public OnnxTokenizer(OnnxFolder folder)
    {
        _maxTokens = folder.Settings.MaxTokens;
        var words = Path.GetExtension(folder.Tokenizer) == ".json" ? ReadJson(folder.Tokenizer) : File.ReadAllLines(folder.Tokenizer);
        var missing = new[] { "[UNK]", "[CLS]", "[SEP]", "[PAD]" }.Except(words).ToList();
        if (missing.Count > 0)
        {
            throw new EmbeddingException($"{folder.Tokenizer} lacks {string.Join(", ", missing)}, so it is no vocabulary of BERT. Supported tokenizers: {OnnxFolder.Tokenizers}.");
        }

        var options = new BertOptions { LowerCaseBeforeTokenization = folder.Settings.LowerCase, RemoveNonSpacingMarks = folder.Settings.StripAccents, IndividuallyTokenizeCjk = true };
        _tokenizer = Create(folder.Tokenizer, words, options);
        Name = $"BERT WordPiece, {words.Length} tokens";
    }

    /// <summary>For people.</summary>
    public string Name { get; }

    public int PaddingId => _tokenizer.PaddingTokenId;

    /// <summary>At most as many tokens as the model takes; of a longer text the end is cut off.</summary>
    public IReadOnlyList<int> Encode(string text)
    {
        // By way of UTF-8 half a surrogate pair becomes a replacement character, which the tokenizer takes.
        var ids = _tokenizer.EncodeToIds(Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text)), addSpecialTokens: true);
        return ids.Count <= _maxTokens ? ids : [.. ids.Take(_maxTokens - 1), _tokenizer.SeparatorTokenId];
    }

    private static BertTokenizer Create(string file, string[] words, BertOptions options)
    {
        try
        {
            using var vocabulary = new MemoryStream(Encoding.UTF8.GetBytes(string.Join('\n', words)));
            return BertTokenizer.Create(vocabulary, options);
        }
        catch (ArgumentException error)
        {
            throw new EmbeddingException($"{file} cannot be read as a vocabulary of BERT: {error.Message} Copy it again from the model.", error);
        }
    }

    private static string[] ReadJson(string file)
    {
        try
        {
            using var json = JsonDocument.Parse(File.ReadAllBytes(file));
            var model = json.RootElement.GetProperty("model");
            var type = model.TryGetProperty("type", out var name) ? name.GetString() : "unnamed";
            return type == "WordPiece" ? ReadVocabulary(model.GetProperty("vocab"))
                : throw new EmbeddingException($"{file} is a tokenizer of the type {type}, which is not supported. Supported: {OnnxFolder.Tokenizers}. Serve the model behind an endpoint instead.");
        }
        catch (Exception error) when (error is JsonException or KeyNotFoundException or InvalidOperationException)
        {
            throw new EmbeddingException($"{file} cannot be read as a tokenizer: {error.Message} Copy it again from the model.", error);
        }
    }

    private static string[] ReadVocabulary(JsonElement vocabulary)
    {
        var ids = vocabulary.EnumerateObject().ToDictionary(word => word.Value.GetInt32(), word => word.Name);
        return [.. Enumerable.Range(0, ids.Keys.Max() + 1).Select(id => ids.GetValueOrDefault(id, $"[gap{id}]"))];
    }
}
