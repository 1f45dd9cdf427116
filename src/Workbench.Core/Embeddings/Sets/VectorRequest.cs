namespace LlmRec.Workbench.Embeddings;

/// <summary>Vectors that somebody asks for.</summary>
/// <param name="Text">One of <see cref="VectorTextKinds"/>.</param>
/// <param name="Generator">Name of an <see cref="EmbeddingProfile"/>.</param>
/// <param name="TargetDimensions">Length after whitening; null for vectors as the generator gives them.</param>
public sealed record VectorRequest(string Text = VectorTextKinds.Raw, string Generator = EmbeddingProfile.LexicalName, int? TargetDimensions = null);
