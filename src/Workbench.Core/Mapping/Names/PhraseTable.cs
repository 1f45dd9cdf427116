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
        var standing = new List<(int At, Phrase Phrase)>();
        for (var at = 0; at < tokens.Count; at++)
        {
            if (_byFirstToken.TryGetValue(tokens[at], out var phrases))
            {
                standing.AddRange(phrases.Where(p => p.StandsAt(tokens, at)).Select(phrase => (at, phrase)));
            }
        }

        var chosen = new List<(int At, Phrase Phrase)>();
        foreach (var found in standing.OrderByDescending(found => found.Phrase.Tokens.Count).ThenByDescending(found => found.At))
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
        public bool StandsAt(IReadOnlyList<string> tokens, int at)
        {
            if (Tokens.Count == 1 && Script.IsIdeographic(Tokens[0][0]))
            {
                return tokens.Count == 1;
            }

            for (var i = 1; i < Tokens.Count; i++)
            {
                if (at + i >= tokens.Count || tokens[at + i] != Tokens[i])
                {
                    return false;
                }
            }

            return true;
        }
    }
}
