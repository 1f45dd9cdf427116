namespace LlmRec.Workbench.Embeddings;

/// <summary>Which text of an item becomes its vector.</summary>
public static class VectorTextKinds
{
    /// <summary>The listing title.</summary>
    public const string Raw = "raw";

    /// <summary>The approved sentence; for items without one the newest proposed sentence that nobody rejected.</summary>
    public const string Normalised = "normalised";

    /// <summary>The approved sentence only, as a release holds it; items without one have no vector.</summary>
    public const string Approved = "approved";

    public static IReadOnlyList<string> All { get; } = [Raw, Normalised, Approved];
}
