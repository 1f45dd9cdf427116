namespace LlmRec.Workbench.Models;

/// <summary>One embedding model as configuration has it (section <c>Models:Embeddings:{name}</c>).</summary>
public sealed class EmbeddingProfileOptions : ProviderOptions
{
    public const int DefaultBatchSize = 64;

    /// <summary>Length of the vectors. Where the model can shorten them it is asked for this; null for what the model gives by itself.</summary>
    public int? Dimensions { get; set; }

    /// <summary>Texts in one request.</summary>
    public int BatchSize { get; set; } = DefaultBatchSize;
}
