namespace LlmRec.Workbench.Mapping.Names;

/// <summary>Other readings of a text: with one word in it replaced by a word that means the same. The words: Mapping/Data/synonyms-*.txt.</summary>
internal static class Synonyms
{
    private static readonly PhraseTable Phrases = Load();

    public static int Count => Phrases.Count;

    /// <summary>At most <paramref name="take"/> readings, those of the longest replaced word first.</summary>
    public static IEnumerable<IReadOnlyList<string>> Of(IReadOnlyList<string> tokens, int take) => Phrases.Replace(tokens, take);

    private static PhraseTable Load()
    {
        var phrases = new PhraseTable();
        foreach (var group in WordList.Read("synonyms-zh.txt").Concat(WordList.Read("synonyms-en.txt")))
        {
            foreach (var word in group)
            {
                phrases.Add(word, group);
            }
        }

        return phrases;
    }
}
