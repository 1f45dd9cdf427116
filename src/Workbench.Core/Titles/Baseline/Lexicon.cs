using LlmRec.Workbench.Titles.Text;

namespace LlmRec.Workbench.Titles.Baseline;

/// <summary>Every word that titles are searched for, as a trie: finding all words at a position costs no more than the longest of them. Immutable.</summary>
internal sealed class Lexicon
{
    /// <summary>Characters; longer words are left out.</summary>
    public const int LongestWord = 32;

    private readonly Dictionary<(int Node, char Next), int> _edges = [];
    private readonly Dictionary<int, LexiconWord> _words = [];

    public Lexicon(IEnumerable<LexiconWord> words)
    {
        foreach (var word in words.Where(w => w.Text.Length is > 0 and <= LongestWord))
        {
            Add(word);
        }
    }

    /// <summary>Adds the words that begin at this position of a folded text and part from its neighbours, shortest first.</summary>
    public void Find(string folded, int at, List<LexiconWord> found)
    {
        if (!CharacterKind.IsBoundary(folded, at))
        {
            return;
        }

        var node = 0;
        for (var next = at; next < folded.Length && _edges.TryGetValue((node, folded[next]), out node); next++)
        {
            if (CharacterKind.IsBoundary(folded, next + 1) && _words.TryGetValue(node, out var word))
            {
                found.Add(word);
            }
        }
    }

    private void Add(LexiconWord word)
    {
        var node = 0;
        foreach (var character in word.Text)
        {
            if (!_edges.TryGetValue((node, character), out var next))
            {
                next = _edges.Count + 1;
                _edges.Add((node, character), next);
            }

            node = next;
        }

        _words[node] = word;
    }
}
