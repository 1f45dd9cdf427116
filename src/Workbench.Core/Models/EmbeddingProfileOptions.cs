namespace LlmRec.Workbench.Models;

/// <summary>One embedding model as configuration has it (section <c>Models:Embeddings:{name}</c>).</summary>
public sealed class EmbeddingProfileOptions : ProviderOptions
{
    public const int DefaultBatchSize = 64;

    /// <summary>Length of the vectors. Where the model can shorten them it is asked for this; null for what the model gives by itself.</summary>
    public int? Dimensions { get; set; }

    /// <summary>Texts in one request, or in one pass of a local model.</summary>
    public int BatchSize { get; set; } = DefaultBatchSize;

    /// <summary>Kind onnx only: the folder with the model and its tokenizer, relative to the working directory or absolute.</summary>
    public string Path { get; set; } = "";

    /// <summary>Kind onnx only: <c>cls</c> or <c>mean</c>; empty for what the folder says, and mean where it says nothing.</summary>
    public string Pooling { get; set; } = "";
}
