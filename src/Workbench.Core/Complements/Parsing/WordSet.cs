using System.Buffers;

namespace LlmRec.Workbench.Complements.Parsing;

/// <summary>
/// Words to look for anywhere in a text; ASCII words without regard to case. The ASCII and the other words are searched apart, each behind a test of single
/// characters, because most texts hold neither and that test costs a tenth of the search.
/// </summary>
internal sealed class WordSet
{
    private readonly SearchValues<string> _ascii;
    private readonly SearchValues<string> _other;
    private readonly SearchValues<char> _otherFirsts;

    public WordSet(params string[] words)
    {
        var other = words.Where(word => !word.All(char.IsAscii)).ToArray();
        _ascii = SearchValues.Create(words.Except(other).ToArray(), StringComparison.OrdinalIgnoreCase);
        _other = SearchValues.Create(other, StringComparison.Ordinal);
        _otherFirsts = SearchValues.Create(other.Select(word => word[0]).Distinct().ToArray());
    }

    public bool IsIn(ReadOnlySpan<char> text) =>
        (text.ContainsAny(_otherFirsts) && text.ContainsAny(_other)) || (text.ContainsAnyInRange('A', 'z') && text.ContainsAny(_ascii));
}
