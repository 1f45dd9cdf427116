using LlmRec.Workbench.Mapping.Lexical;
using LlmRec.Workbench.Mapping.Names;
using System.Collections.Concurrent;

namespace LlmRec.Workbench.Mapping.Sources;

/// <summary>Likeness of the text to a category's name, with some credit for what the names above the category cover.</summary>
internal sealed class LexicalSource(IReadOnlyList<IReadOnlyList<NameForm>> names, IReadOnlyList<int> parents, LexicalWeights weights) : IEvidenceSource
{
    private const int Examined = 40;

    private readonly LexicalIndex _index = new(names, weights);
    private readonly LexicalLikeness _likeness = new(weights);
    private readonly ConcurrentDictionary<int, IReadOnlySet<int>> _above = [];

    public EvidenceKind Kind => EvidenceKind.Lexical;

    public void AddTo(EvidenceTable table, MappingText text)
    {
        foreach (var document in text.Forms.Select(_index.Read))
        {
            foreach (var name in _index.FindNearest(document, Examined))
            {
                table.Add(name.Owner, EvidenceKind.Lexical, _likeness.Of(document, name, Above(parents[name.Owner])));
            }
        }
    }

    /// <summary>Features of a category's name and of the names above it.</summary>
    private IReadOnlySet<int> Above(int category)
    {
        if (category < 0)
        {
            return new HashSet<int>();
        }

        return _above.GetOrAdd(category, number =>
        {
            var own = names[number].SelectMany(form => _index.Read(form).Features).Select(f => f.Feature).Where(f => f >= 0);
            return Above(parents[number]).Concat(own).ToHashSet();
        });
    }
}
