using System.Text;

namespace LlmRec.Workbench.Perplexity.Kenlm;

/// <summary>An ARPA text that was read into memory; its words are read from the text again.</summary>
internal sealed class ArpaSource(string path, IReadOnlyList<ModelMemory> tables) : IModelSource
{
    /// <summary>What the model's tables take, in bytes.</summary>
    public long Bytes => tables.Sum(table => table.Length);

    public IEnumerable<string> ReadWords()
    {
        using var text = new ArpaText(path);
        var count = text.ReadCounts()[0];
        text.Expect("\\1-grams:");
        yield return "<unk>";
        for (var i = 0L; i < count; i++)
        {
            if (ReadWord(text) is { } word)
            {
                yield return word;
            }
        }
    }

    private static string? ReadWord(ArpaText text)
    {
        var rest = text.Next("1-grams");
        Blanks.TryTakeWord(ref rest, out _);
        Blanks.TryTakeWord(ref rest, out var word);
        return ProbingBuilder.IsUnknown(word) ? null : Encoding.UTF8.GetString(word);
    }
}
