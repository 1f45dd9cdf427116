using LlmRec.Workbench.Catalog;
using LlmRec.Workbench.Titles.Text;

namespace LlmRec.Workbench.Titles.Baseline;

/// <summary>
/// Learns words from the site's own products: brands from their attributes, and product words that most titles of one category share and few other categories know.
/// </summary>
internal sealed class SiteWords
{
    private const int TitlesOfCategory = 24;
    private const int LeastTitles = 3;
    private const int Shortest = 2;
    private const int Longest = 5;
    private const int MostCategories = 3;

    private readonly Dictionary<string, List<string>> _titles = new(StringComparer.Ordinal);
    private readonly HashSet<string> _brands = new(StringComparer.Ordinal);

    public IReadOnlyCollection<string> Brands => _brands;

    public void Add(Item item)
    {
        foreach (var brand in BrandAttribute.Of(TitleText.Parse(item.Title, item.Attributes)))
        {
            _brands.Add(brand);
        }

        if (item.CategoryId is not { } categoryId)
        {
            return;
        }

        if (!_titles.TryGetValue(categoryId, out var titles))
        {
            _titles.Add(categoryId, titles = []);
        }

        if (titles.Count < TitlesOfCategory)
        {
            titles.Add(FoldedText.Fold(item.Title));
        }
    }

    /// <summary>The shared words of every category; one that several categories share so belongs to none of them.</summary>
    public IEnumerable<string> Products() => _titles.Values.Where(titles => titles.Count >= LeastTitles).SelectMany(Shared)
        .CountBy(word => word).Where(word => word.Value <= MostCategories).Select(word => word.Key);

    private static IEnumerable<string> Shared(List<string> titles)
    {
        var counts = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var word in titles.SelectMany(title => Stretches(title).Distinct()))
        {
            counts[word] = counts.GetValueOrDefault(word) + 1;
        }

        var least = Math.Max(LeastTitles, (titles.Count + 1) / 2);
        var shared = counts.Where(word => word.Value >= least).Select(word => word.Key).ToList();
        return shared.Where(word => !shared.Any(longer => longer.Length > word.Length && longer.Contains(word, StringComparison.Ordinal)));
    }

    private static IEnumerable<string> Stretches(string title)
    {
        for (var start = 0; start < title.Length; start++)
        {
            for (var end = start; end < title.Length && end - start < Longest && CharacterKind.IsIdeograph(title[end]); end++)
            {
                if (end + 1 - start >= Shortest)
                {
                    yield return title[start..(end + 1)];
                }
            }
        }
    }
}
