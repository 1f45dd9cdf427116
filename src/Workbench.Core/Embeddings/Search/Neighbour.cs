namespace LlmRec.Workbench.Embeddings.Search;

/// <summary>A row of an index (from 0) and its dot product with the query.</summary>
public readonly record struct Neighbour(int Row, float Score);
