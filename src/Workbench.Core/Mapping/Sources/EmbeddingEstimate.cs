namespace LlmRec.Workbench.Mapping.Sources;

/// <summary>What it takes to have a generator's vectors as evidence.</summary>
/// <param name="Texts">Distinct names of the tree and stored texts.</param>
/// <param name="Missing">Those without a vector in the cache.</param>
/// <param name="Cost">In <paramref name="Currency"/>, about; 0 for a generator on this machine, null where no price is configured.</param>
public sealed record EmbeddingEstimate(int Texts, int Missing, decimal? Cost, string Currency);
