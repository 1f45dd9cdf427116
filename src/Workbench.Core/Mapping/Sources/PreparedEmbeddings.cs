namespace LlmRec.Workbench.Mapping.Sources;

/// <summary>The evidence of sentence vectors for a batch of texts, and why some of them have none, by text.</summary>
internal sealed record PreparedEmbeddings(EmbeddingSource Source, IReadOnlyDictionary<string, string> Errors);
