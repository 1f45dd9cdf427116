using System.Security.Cryptography;
using System.Text;

namespace LlmRec.Workbench.Embeddings.Onnx;

/// <summary>
/// A folder with a sentence model as Hugging Face and ModelScope lay it out: <c>model.onnx</c> (or <c>onnx/model.onnx</c>), its tokenizer (<c>vocab.txt</c> or
/// <c>tokenizer.json</c>) and their settings.
/// </summary>
internal sealed record OnnxFolder
{
    public const string Tokenizers = "BERT WordPiece (vocab.txt, or a tokenizer.json of the type WordPiece), as CoROM, BGE for Chinese or English, text2vec and MiniLM have";

    private static readonly string[] ModelFiles = ["model.onnx", Path.Combine("onnx", "model.onnx")];
    private static readonly string[] SentencePieceFiles = ["sentencepiece.bpe.model", "spiece.model", "tokenizer.model", "vocab.json"];

    public required string FullPath { get; init; }

    public required string Model { get; init; }

    /// <summary><c>vocab.txt</c> or <c>tokenizer.json</c>.</summary>
    public required string Tokenizer { get; init; }

    public required OnnxSettings Settings { get; init; }

    /// <summary>Throws <see cref="EmbeddingException"/> that says what is missing and what to do.</summary>
    /// <param name="path">Relative to the working directory, or absolute.</param>
    /// <param name="setting">The configuration key of the path, as messages name it.</param>
    public static OnnxFolder Open(string path, string setting)
    {
        var full = Path.GetFullPath(path);
        if (!Directory.Exists(full))
        {
            throw new EmbeddingException($"{setting}: the folder {full} does not exist. Give the folder that holds model.onnx and its tokenizer.");
        }

        var model = ModelFiles.Select(name => Path.Combine(full, name)).FirstOrDefault(File.Exists)
            ?? throw new EmbeddingException($"{setting}: {full} holds neither model.onnx nor onnx/model.onnx. {Advise(full)}");
        return new OnnxFolder { FullPath = full, Model = model, Tokenizer = FindTokenizer(full, setting), Settings = OnnxSettings.Read(full) };
    }

    /// <summary>SHA-256 over the model, its tokenizer and how both are used: two folders with the same give the same vectors.</summary>
    public string ComputeIdentity()
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var file in new[] { Model, $"{Model}_data", $"{Model}.data", Tokenizer }.Where(File.Exists))
        {
            using var stream = File.OpenRead(file);
            hash.AppendData(SHA256.HashData(stream));
        }

        hash.AppendData(Encoding.UTF8.GetBytes(Settings.ToString()));
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    private static string FindTokenizer(string folder, string setting)
    {
        if (new[] { "vocab.txt", "tokenizer.json" }.Select(name => Path.Combine(folder, name)).FirstOrDefault(File.Exists) is { } found)
        {
            return found;
        }

        var other = SentencePieceFiles.FirstOrDefault(name => File.Exists(Path.Combine(folder, name)));
        throw new EmbeddingException(other is null
            ? $"{setting}: {folder} holds a model but no tokenizer. Copy the model's vocab.txt or tokenizer.json beside it."
            : $"{setting}: the tokenizer {other} in {folder} is of a kind that is not supported. Supported: {Tokenizers}. Serve the model behind an endpoint instead.");
    }

    private static string Advise(string folder) => Directory.EnumerateFiles(folder).Any(file => Path.GetExtension(file) is ".bin" or ".safetensors" or ".pt")
        ? "It holds the model's weights in another format: export it to ONNX, for example with optimum-cli export onnx, and put model.onnx there."
        : "Copy the model there.";
}
