namespace LlmRec.Workbench.Mapping.Names;

/// <summary>Wider readings of a text: with one word in it replaced by the kind of thing it is one of. The words: Mapping/Data/hypernyms-*.txt.</summary>
internal static class Hypernyms
{
    private static readonly PhraseTable Phrases = Load();

    /// <summary>At most <paramref name="take"/> readings, those of the longest replaced word first. Never the other way round: a shoe need not be a loafer.</summary>
    public static IEnumerable<IReadOnlyList<string>> Of(IReadOnlyList<string> tokens, int take) => Phrases.Replace(tokens, take);

    private static PhraseTable Load()
    {
        var phrases = new PhraseTable();
        foreach (var line in WordList.ReadKinds("hypernyms-zh.txt").Concat(WordList.ReadKinds("hypernyms-en.txt")))
        {
            foreach (var thing in line.Things)
            {
                phrases.Add(thing, line.Kinds);
            }
        }

        return phrases;
    }
}
