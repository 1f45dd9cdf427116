using LlmRec.Workbench.Titles.Text;

namespace LlmRec.Workbench.Titles.Baseline;

/// <summary>Collects words from lists and from the site's data and makes a <see cref="Lexicon"/> of them. Words are folded; equal ones become one word of several kinds.</summary>
internal sealed class LexiconBuilder
{
    /// <summary>A character that ends at least this many product words names a kind of product by itself (机, 器, 鞋).</summary>
    private const int LeastFamily = 8;

    private readonly Dictionary<string, LexiconWord> _words = new(StringComparer.Ordinal);

    public void Add(WordKinds kind, string text, int group = 0, double trust = 0)
    {
        var folded = Trim(text);
        if (folded.Length == 0 || folded.Length > Lexicon.LongestWord)
        {
            return;
        }

        var known = _words.GetValueOrDefault(folded) ?? new LexiconWord(folded, WordKinds.None);
        _words[folded] = known with { Kinds = known.Kinds | kind, Group = Math.Max(known.Group, group), Trust = Math.Max(known.Trust, trust) };
    }

    public void AddAll(WordKinds kind, IEnumerable<string> texts, int group = 0, double trust = 0)
    {
        foreach (var text in texts)
        {
            Add(kind, text, group, trust);
        }
    }

    public void Remove(WordKinds kind, string text)
    {
        if (_words.TryGetValue(Trim(text), out var known))
        {
            _words[known.Text] = known with { Kinds = known.Kinds & ~kind };
        }
    }

    /// <summary>The characters that end many of the product words added so far.</summary>
    public IReadOnlySet<char> Heads() => Products().Where(p => p.Length > 1 && CharacterKind.IsIdeograph(p[^1]))
        .CountBy(p => p[^1]).Where(family => family.Value >= LeastFamily).Select(family => family.Key).ToHashSet();

    public Lexicon Build()
    {
        var products = Products();
        var (ends, begins) = (new Dictionary<string, int>(StringComparer.Ordinal), new Dictionary<string, int>(StringComparer.Ordinal));
        foreach (var text in products)
        {
            for (var length = 1; length < text.Length; length++)
            {
                Count(ends, products, text[^length..]);
                Count(begins, products, text[..length]);
            }
        }

        return new Lexicon(_words.Values.Where(w => w.Kinds != WordKinds.None)
            .Select(w => w with { Headness = Math.Log((1d + ends.GetValueOrDefault(w.Text)) / (1d + begins.GetValueOrDefault(w.Text))) }));
    }

    private HashSet<string> Products() => _words.Values.Where(w => w.Is(WordKinds.Product)).Select(w => w.Text).ToHashSet(StringComparer.Ordinal);

    private static void Count(Dictionary<string, int> counts, HashSet<string> products, string text)
    {
        if (products.Contains(text))
        {
            counts[text] = counts.GetValueOrDefault(text) + 1;
        }
    }

    private static string Trim(string text) => FoldedText.Fold(text).Trim(FoldedText.Gap);
}
