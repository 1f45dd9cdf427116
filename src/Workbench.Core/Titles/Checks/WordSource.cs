using LlmRec.Workbench.Mapping.Names;
using LlmRec.Workbench.Mapping;
using LlmRec.Workbench.Titles.Text;

namespace LlmRec.Workbench.Titles.Checks;

/// <summary>
/// What texts say, to ask of another text which of its words they say too. Words of letters and digits must stand in the texts as whole words, in singular or plural.
/// Chinese has no spaces: a character is covered when it stands in the texts beside the same neighbour, or when it is one that is a word by itself.
/// </summary>
internal sealed class WordSource
{
    private readonly HashSet<char> _characters = [];
    private readonly HashSet<char> _alone = [];
    private readonly HashSet<(char, char)> _neighbours = [];
    private readonly HashSet<string> _words = new(StringComparer.Ordinal);

    public static WordSource Of(TitleText title)
    {
        var source = new WordSource();
        source.Add(HiddenInstructions.Remove(title.Title));
        source.Add(title.CategoryName ?? "");
        foreach (var (name, value) in title.Attributes)
        {
            source.Add(name);
            source.Add(value);
        }

        return source;
    }

    public void Add(string text) => AddFolded(FoldedText.Fold(text));

    /// <summary>For every folded character whether the texts say it; gaps are not covered.</summary>
    public bool[] Cover(string folded)
    {
        var covered = new bool[folded.Length];
        for (var at = 0; at < folded.Length;)
        {
            var end = WordEnd(folded, at);
            if (end > at)
            {
                Array.Fill(covered, Knows(folded[at..end]), at, end - at);
                at = end;
                continue;
            }

            covered[at] = !CharacterKind.IsGap(folded[at]) && Covers(folded, at);
            at++;
        }

        return covered;
    }

    public bool Has(char character) => _characters.Contains(character);

    /// <summary>The end of the word of letters or of digits that begins here; <paramref name="at"/> itself where none does.</summary>
    public static int WordEnd(string folded, int at)
    {
        var end = at;
        while (end < folded.Length && CharacterKind.IsWordLetter(folded[end]) && (end == at || !CharacterKind.IsBoundary(folded, end)))
        {
            end++;
        }

        return end;
    }

    private void AddFolded(string folded)
    {
        var before = "";
        for (var at = 0; at < folded.Length;)
        {
            var end = WordEnd(folded, at);
            if (end > at)
            {
                var word = folded[at..end];
                _words.Add(EnglishStem.Of(word));
                _words.Add(EnglishStem.Of(before + word));
                before = word;
                at = end;
                continue;
            }

            AddCharacter(folded, at++);
        }
    }

    private void AddCharacter(string folded, int at)
    {
        if (CharacterKind.IsGap(folded[at]))
        {
            return;
        }

        _characters.Add(folded[at]);
        var (before, after) = (IsTogether(folded, at - 1), IsTogether(folded, at + 1));
        if (after)
        {
            _neighbours.Add((folded[at], folded[at + 1]));
        }
        else if (!before)
        {
            _alone.Add(folded[at]);
        }
    }

    private bool Knows(string word) => _words.Contains(EnglishStem.Of(word));

    private bool Covers(string folded, int at) => _characters.Contains(folded[at])
        && ((IsTogether(folded, at - 1) && _neighbours.Contains((folded[at - 1], folded[at])))
            || (IsTogether(folded, at + 1) && _neighbours.Contains((folded[at], folded[at + 1])))
            || _alone.Contains(folded[at]) || FunctionWords.IsWordByItself(folded[at]));

    private static bool IsTogether(string folded, int at) =>
        at >= 0 && at < folded.Length && !CharacterKind.IsGap(folded[at]) && !CharacterKind.IsWordLetter(folded[at]);
}
