namespace LlmRec.Workbench.Titles.Checks;

/// <summary>What a normalised title must not lose. It keeps its promise when it names one of the <paramref name="Products"/> and one of the <paramref name="Brands"/>.</summary>
/// <param name="Products">The words of the title that say what the product is, best first; empty when none is known, and then none can be lost.</param>
/// <param name="Brands">Writings of the one brand; empty when none is known.</param>
public sealed record TitleFacts(IReadOnlyList<string> Products, IReadOnlyList<string> Brands)
{
    public static TitleFacts None { get; } = new([], []);
}
