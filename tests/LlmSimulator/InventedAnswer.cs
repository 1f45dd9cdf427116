namespace LlmRec.LlmSimulator;

/// <summary>
/// The simulator's own answer: for a title prompt a sentence of the title's words, for a choice the likest candidate, else category-like words drawn by a hash of the prompt, in the form that a
/// complements prompt asks for. It is a test double: the same prompt always gets the same words, and the words mean nothing.
/// </summary>
public static class InventedAnswer
{
    private const int MinWords = 6;
    private const int MaxWords = 11;
    private const uint FnvOffset = 2166136261;
    private const uint FnvPrime = 16777619;

    public static string For(string prompt)
    {
        if ((InventedTitle.For(prompt, Hash(prompt)) ?? InventedChoice.For(prompt, Hash(prompt))) is { } answer)
        {
            return answer;
        }

        var chinese = prompt.Any(c => c is >= '\u4e00' and <= '\u9fff');
        var words = chinese ? Vocabulary.Chinese : Vocabulary.English;
        var random = new Random((int)Hash(prompt));
        var count = random.Next(MinWords, MaxWords + 1);
        var chosen = new HashSet<string>(count);
        while (chosen.Count < count)
        {
            chosen.Add(words[random.Next(words.Count)]);
        }

        return $"'''{string.Join(chinese ? "，" : ", ", chosen)}'''";
    }

    /// <summary>The same in every process, unlike <see cref="string.GetHashCode()"/>.</summary>
    internal static uint Hash(ReadOnlySpan<char> text)
    {
        var hash = FnvOffset;
        foreach (var c in text)
        {
            hash = (hash ^ c) * FnvPrime;
        }

        return hash;
    }
}
