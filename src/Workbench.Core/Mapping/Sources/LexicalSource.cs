using System.Collections.Concurrent;
using LlmRec.Workbench.Mapping.Lexical;
using LlmRec.Workbench.Mapping.Names;
using System.Runtime.InteropServices;

namespace LlmRec.Workbench.Mapping.Sources;

/// <summary>Likeness of the text to a category's name, with some credit for the names above it and for what is near it in the tree.</summary>
internal sealed class LexicalSource(IReadOnlyList<IReadOnlyList<NameForm>> names, IReadOnlyList<int> parents, LexicalWeights weights) : IEvidenceSource
{
    private const int Examined = 60;
    private const int MostLevels = 6;

    private static readonly HashSet<int> Nothing = [];

    private readonly LexicalIndex _index = new(names, weights);
    private readonly LexicalLikeness _likeness = new(weights);
    private readonly LexicalPlace[] _places = LexicalPlace.Of(parents);
    private readonly ConcurrentDictionary<int, HashSet<int>> _above = [];

    public EvidenceKind Kind => EvidenceKind.Lexical;

    public void AddTo(EvidenceTable table, MappingText text)
    {
        foreach (var (match, features) in Features(text))
        {
            table.Add(match.Name.Owner, EvidenceKind.Lexical, LexicalRanker.Default.Strength(features), match.Text.Form.Part);
        }
    }

    /// <summary>The best match of each category that is near the text, with its features.</summary>
    internal IReadOnlyList<(LexicalMatch Match, double[] Features)> Features(MappingText text)
    {
        var best = new Dictionary<int, LexicalMatch>();
        foreach (var document in text.Forms.Select(_index.Read))
        {
            foreach (var name in _index.FindNearest(document, Examined))
            {
                var match = _likeness.Compare(document, name, Above(parents[name.Owner]));
                ref var known = ref CollectionsMarshal.GetValueRefOrAddDefault(best, name.Owner, out var isKnown);
                if (!isKnown || match.Likeness > known.Likeness)
                {
                    known = match;
                }
            }
        }

        var around = new LexicalSurroundings(best.Values, _places);
        return [.. best.Values.Select(match => (match, LexicalFeatures.Of(match, _places[match.Name.Owner], around)))];
    }

    /// <summary>Features of a category's name and of the names above it, up to six levels.</summary>
    private HashSet<int> Above(int category) => category < 0 ? Nothing : _above.GetOrAdd(category, number =>
    {
        var features = new HashSet<int>();
        for (var (next, level) = (number, 0); next >= 0 && level < MostLevels; (next, level) = (parents[next], level + 1))
        {
            features.UnionWith(names[next].SelectMany(form => _index.Read(form).Features).Select(f => f.Feature).Where(f => f >= 0));
        }

        return features;
    });
}
