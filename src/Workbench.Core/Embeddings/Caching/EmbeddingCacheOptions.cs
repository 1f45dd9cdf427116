namespace LlmRec.Workbench.Embeddings.Caching;

/// <summary>How many vectors are kept (section <c>EmbeddingCache</c>).</summary>
public sealed class EmbeddingCacheOptions
{
    public const string Section = "EmbeddingCache";
    public const int DefaultMaxEntries = 500_000;

    /// <summary>With more than this the oldest go, a tenth at a time; 0 keeps none. A vector of 768 dimensions takes 3 KB.</summary>
    public int MaxEntries { get; set; } = DefaultMaxEntries;
}
