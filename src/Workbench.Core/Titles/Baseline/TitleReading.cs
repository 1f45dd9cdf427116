using LlmRec.Workbench.Titles.Text;

namespace LlmRec.Workbench.Titles.Baseline;

/// <summary>What was recognised in one title.</summary>
/// <param name="Products">Best first.</param>
/// <param name="Brand">Where the title names its brand; null when it does not.</param>
internal sealed record TitleReading(FoldedText Title, IReadOnlyList<TitlePart> Parts, IReadOnlyList<ProductCandidate> Products, BrandPlace? Brand)
{
    /// <summary>The writings of the brand that the attributes name.</summary>
    public IReadOnlyList<string> Attribute { get; init; } = [];

    /// <summary>The brand as the title writes it, else as the attributes do.</summary>
    public string? BrandText => Brand is { } place ? Title.Source(place.Start, place.End) : Attribute is [var named, ..] ? named : null;

    /// <summary>The words that no sentence may lose. A brand that was only guessed from its place may be lost.</summary>
    public IReadOnlyList<string> SureBrands => Brand is { IsGuess: false } place ? [.. Attribute.Append(Title.Source(place.Start, place.End)).Distinct()] : Attribute;

    public string Text(ProductCandidate product) => Title.Source(product.Start, product.End);
}
