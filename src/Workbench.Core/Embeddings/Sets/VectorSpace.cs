namespace LlmRec.Workbench.Embeddings;

/// <summary>What it takes to bring a new text beside finished vectors, wherever they are kept.</summary>
/// <param name="Name">For messages, for example <c>vector set 3</c>.</param>
/// <param name="Generator">Name of an <see cref="EmbeddingProfile"/>.</param>
/// <param name="Model">The model that the generator used; null where that was not kept.</param>
/// <param name="Dimensions">As the generator gives them.</param>
/// <param name="Whitening">Path of the transform's file; null for vectors as the generator gives them.</param>
public sealed record VectorSpace(string Name, string Generator, string? Model, int Dimensions, string? Whitening);
