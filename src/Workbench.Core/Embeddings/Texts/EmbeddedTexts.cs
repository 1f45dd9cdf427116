namespace LlmRec.Workbench.Embeddings.Texts;

/// <summary>What became of texts that were to be embedded: each has a vector or a reason why not. A text without letters or digits has neither: it is not asked.</summary>
public sealed record EmbeddedTexts(IReadOnlyDictionary<string, ReadOnlyMemory<float>> Vectors, IReadOnlyDictionary<string, string> Errors);
