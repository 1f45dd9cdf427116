using LlmRec.Workbench.Mapping.Names;
using System.Collections.Concurrent;
using System.Runtime.InteropServices;

namespace LlmRec.Workbench.Mapping.Lexical;

/// <summary>A sparse inverted index over names: finds the names that share the most weight with a text. Immutable; safe for many readers.</summary>
internal sealed class LexicalIndex
{
    private const int ShortestPart = 3;

    private readonly Dictionary<string, int> _numbers = [];
    private readonly List<LexicalDocument> _documents = [];
    private readonly LexicalWeights _weights;
    private readonly float[] _rarity;
    private readonly int[][] _postings;
    private readonly float[] _lengths;
    private readonly ConcurrentBag<SharedWeights> _idle = [];
    private readonly float _unknownRarity;

    /// <param name="names">The forms of each owner's name; an owner's number is its place in the list.</param>
    /// <param name="weights">How features are weighed.</param>
    public LexicalIndex(IReadOnlyList<IReadOnlyList<NameForm>> names, LexicalWeights weights)
    {
        _weights = weights;
        var raw = names.SelectMany((forms, owner) => forms.Select(form => (owner, form, NameFeatures.Of(form.Tokens, weights)))).ToList();
        var owners = CountOwners(raw.Select(r => (r.owner, (IEnumerable<string>)r.Item3.Keys)));
        _rarity = [.. owners.Select(n => (float)Math.Log(1 + ((double)names.Count / n)))];
        _unknownRarity = (float)(Math.Log(1 + names.Count) * weights.Unknown);
        _documents.AddRange(raw.Select(r => Document(r.owner, r.form, r.Item3)));
        _lengths = [.. _documents.Select(d => (float)Math.Sqrt(d.Mass))];
        _postings = BuildPostings();
    }

    /// <summary>The text's features; one that no name has is numbered from -1 downwards.</summary>
    public LexicalDocument Read(NameForm form) => Document(-1, form, NameFeatures.Of(Decompound(form.Tokens), _weights));

    /// <summary>The names that share the most with <paramref name="text"/>, at most <paramref name="take"/>, best first, ties in index order.</summary>
    public IReadOnlyList<LexicalDocument> FindNearest(LexicalDocument text, int take)
    {
        if (!_idle.TryTake(out var shared))
        {
            shared = new SharedWeights(_documents.Count);
        }

        foreach (var (feature, weight, _) in text.Features)
        {
            if (feature >= 0)
            {
                foreach (var document in _postings[feature])
                {
                    shared.Add(document, weight);
                }
            }
        }

        var best = shared.Best(take, _lengths);
        shared.Clear();
        _idle.Add(shared);
        return Array.ConvertAll(best, document => _documents[document]);
    }

    private List<int> CountOwners(IEnumerable<(int Owner, IEnumerable<string> Features)> documents)
    {
        var counts = new List<int>();
        var lastOwner = new List<int>();
        foreach (var (owner, features) in documents)
        {
            foreach (var feature in features)
            {
                ref var number = ref CollectionsMarshal.GetValueRefOrAddDefault(_numbers, feature, out var exists);
                if (!exists)
                {
                    number = counts.Count;
                    counts.Add(0);
                    lastOwner.Add(-1);
                }

                if (lastOwner[number] != owner)
                {
                    lastOwner[number] = owner;
                    counts[number]++;
                }
            }
        }

        return counts;
    }

    private LexicalDocument Document(int owner, NameForm form, Dictionary<string, double> raw)
    {
        var unknown = 0;
        var head = -1;
        var headName = NameFeatures.OfToken(form.Tokens[^1]);
        var features = new WeightedFeature[raw.Count];
        var next = 0;
        foreach (var (name, weight) in raw)
        {
            var isKnown = _numbers.TryGetValue(name, out var number);
            features[next++] = new(isKnown ? number : --unknown, (float)weight * (isKnown ? _rarity[number] : _unknownRarity), NameFeatures.IsSequence(name));
            head = isKnown && name == headName ? number : head;
        }

        Array.Sort(features, (a, b) => a.Feature.CompareTo(b.Feature));
        return new LexicalDocument(owner, form, features, head, features.Sum(f => (double)f.Weight), Math.Sqrt(features.Sum(f => (double)f.Weight * f.Weight)));
    }

    // A word that no name has may be two that names have: armchair, hairbrush.
    private List<string> Decompound(IReadOnlyList<string> tokens)
    {
        var result = new List<string>(tokens.Count);
        foreach (var token in tokens)
        {
            var cut = _numbers.ContainsKey(NameFeatures.OfToken(token)) ? 0 : FindCut(token);
            result.AddRange(cut == 0 ? [token] : [token[..cut], token[cut..]]);
        }

        return result;
    }

    private int FindCut(string word)
    {
        for (var cut = word.Length - ShortestPart; cut >= ShortestPart; cut--)
        {
            if (_numbers.ContainsKey(NameFeatures.OfToken(word[..cut])) && _numbers.ContainsKey(NameFeatures.OfToken(word[cut..])))
            {
                return cut;
            }
        }

        return 0;
    }

    private int[][] BuildPostings()
    {
        var lists = new List<int>[_rarity.Length];
        for (var document = 0; document < _documents.Count; document++)
        {
            foreach (var (feature, _, _) in _documents[document].Features)
            {
                (lists[feature] ??= []).Add(document);
            }
        }

        return [.. lists.Select(l => l.ToArray())];
    }
}
