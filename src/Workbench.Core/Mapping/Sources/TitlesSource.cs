namespace LlmRec.Workbench.Mapping.Sources;

/// <summary>
/// What the titles filed under a category say: the mean over the text's words of P(category | word), smoothed so that few titles say little; rare words count more
/// and a word that no title has counts as saying nothing.
/// </summary>
internal sealed class TitlesSource : IEvidenceSource
{
    /// <summary>Titles of nothing in particular that every word is given.</summary>
    private const double Smoothing = 3;

    /// <summary>Categories that a text is given at most; below the least strength none is.</summary>
    private const int Most = 10;
    private const double Least = 0.05;

    private static readonly Dictionary<int, int> Nothing = [];

    private readonly Dictionary<string, Dictionary<int, int>> _titles = [];
    private readonly int _count;

    /// <param name="titles">A sample of the products' titles; those of other categories are left out.</param>
    /// <param name="categories">Category ID to number.</param>
    public TitlesSource(IReadOnlyList<ItemTitle> titles, IReadOnlyDictionary<string, int> categories)
    {
        foreach (var (id, title) in titles)
        {
            if (!categories.TryGetValue(id, out var category))
            {
                continue;
            }

            _count++;
            foreach (var word in TitleWords.Of(title))
            {
                var counts = _titles.TryGetValue(word, out var known) ? known : _titles[word] = [];
                counts[category] = counts.GetValueOrDefault(category) + 1;
            }
        }
    }

    public EvidenceKind Kind => EvidenceKind.Titles;

    public void AddTo(EvidenceTable table, MappingText text)
    {
        if (_count == 0)
        {
            return;
        }

        var shares = new Dictionary<int, double>();
        var total = 0d;
        foreach (var word in TitleWords.Of(text.Key))
        {
            var counts = _titles.GetValueOrDefault(word, Nothing);
            var titles = counts.Values.Sum();
            var weight = Math.Log(1 + (_count / (1d + titles)));
            total += weight;
            foreach (var (category, count) in counts)
            {
                shares[category] = shares.GetValueOrDefault(category) + (weight * count / (titles + Smoothing));
            }
        }

        foreach (var (category, share) in shares.OrderByDescending(s => s.Value).ThenBy(s => s.Key).Take(Most).Where(s => s.Value / total >= Least))
        {
            table.Add(category, EvidenceKind.Titles, share / total);
        }
    }
}
