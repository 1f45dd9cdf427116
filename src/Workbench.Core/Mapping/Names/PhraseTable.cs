namespace LlmRec.Workbench.Mapping.Names;

/// <summary>Phrases with what may stand in their place. Where phrases overlap in a text, only the longest is replaced: 鼠标垫 is no 鼠标.</summary>
internal sealed class PhraseTable
{
    private readonly Dictionary<string, List<Phrase>> _byFirstToken = [];

    public int Count { get; private set; }

    /// <summary>Adds to what may stand for a phrase; nothing stands for itself.</summary>
    public void Add(IReadOnlyList<string> phrase, IEnumerable<IReadOnlyList<string>> others)
    {
        var known = _byFirstToken.TryGetValue(phrase[0], out var phrases) ? phrases : _byFirstToken[phrase[0]] = [];
        var entry = known.Find(p => p.Tokens.SequenceEqual(phrase));
        if (entry is null)
        {
            entry = new Phrase(phrase, []);
            known.Add(entry);
            Count++;
        }

        entry.Others.AddRange(others.Where(other => !other.SequenceEqual(phrase) && !entry.Others.Exists(o => o.SequenceEqual(other))));
    }

    /// <summary>At most <paramref name="take"/> readings of a text with one phrase replaced: those of longer phrases first, then those nearer its end.</summary>
    public IEnumerable<IReadOnlyList<string>> Replace(IReadOnlyList<string> tokens, int take) => Find(tokens)
        .SelectMany(found => found.Phrase.Others.Select(other => With(tokens, found.At, found.Phrase.Tokens.Count, other)))
        .Take(take);

    private List<(int At, Phrase Phrase)> Find(IReadOnlyList<string> tokens)
    {
        var chosen = new List<(int At, Phrase Phrase)>();
        var standing = Enumerable.Range(0, tokens.Count)
            .SelectMany(at => _byFirstToken.GetValueOrDefault(tokens[at], []).Where(p => p.StandsAt(tokens, at)).Select(phrase => (At: at, Phrase: phrase)))
            .OrderByDescending(found => found.Phrase.Tokens.Count).ThenByDescending(found => found.At);
        foreach (var found in standing)
        {
            if (!chosen.Exists(c => found.At < c.At + c.Phrase.Tokens.Count && c.At < found.At + found.Phrase.Tokens.Count))
            {
                chosen.Add(found);
            }
        }

        return chosen;
    }

    private static List<string> With(IReadOnlyList<string> tokens, int at, int length, IReadOnlyList<string> other) =>
        [.. tokens.Take(at), .. other, .. tokens.Skip(at + length)];

    private sealed record Phrase(IReadOnlyList<string> Tokens, List<IReadOnlyList<string>> Others)
    {
        // One Chinese character is a word only when it stands alone: 床 is a bed, but nothing in 车床 is.
        public bool StandsAt(IReadOnlyList<string> tokens, int at) => Tokens.Count == 1 && Script.IsIdeographic(Tokens[0][0])
            ? tokens.Count == 1
            : at + Tokens.Count <= tokens.Count && !Tokens.Where((token, i) => tokens[at + i] != token).Any();
    }
}
