namespace LlmRec.Workbench.Embeddings;

/// <summary>Vectors cannot be made, fitted, read or found; the message says which, why and what to do.</summary>
public sealed class EmbeddingException(string message, Exception? inner = null) : Exception(message, inner);
