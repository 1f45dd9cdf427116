namespace LlmRec.Workbench.Embeddings;

/// <summary>A vector that a model gave for a text, kept so that it is never paid twice.</summary>
public sealed class EmbeddingCacheEntry
{
    /// <summary>SHA-256 (hexadecimal) of the model's identity and the text.</summary>
    public required string Hash { get; init; }

    /// <summary>float32, little endian.</summary>
    public required byte[] Vector { get; init; }

    public DateTimeOffset At { get; init; }
}
