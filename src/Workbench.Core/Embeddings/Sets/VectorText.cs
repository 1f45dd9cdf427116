namespace LlmRec.Workbench.Embeddings;

/// <summary>A text that becomes a vector, and the item that it belongs to.</summary>
public sealed record VectorText(string Id, string Text);
