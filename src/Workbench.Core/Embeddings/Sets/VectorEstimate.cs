namespace LlmRec.Workbench.Embeddings;

/// <summary>What a vector set would hold and cost.</summary>
/// <param name="Rows">Items that have such a text.</param>
/// <param name="Tokens">Estimated from the letters; generators of this process take none.</param>
/// <param name="Cost">Null where no price is configured; 0 for generators of this process.</param>
/// <param name="Bytes">Of the finished <c>vectors.npy</c>; null where the generator's dimensions are not known yet.</param>
public sealed record VectorEstimate(int Rows, long Tokens, decimal? Cost, string Currency, long? Bytes);
