using LlmRec.Workbench.Mapping.Names;
using System.Globalization;
using System.Text;
using LlmRec.Workbench.Mapping;

namespace LlmRec.Workbench.Titles.Text;

/// <summary>
/// A text with width, case, accents and script (Traditional or Simplified) folded, as <see cref="TextKey"/> does for names, but of any length and with the place of
/// every character in the original. Everything that is no letter, digit or symbol becomes a space. Never throws; time and memory are linear.
/// </summary>
internal sealed class FoldedText
{
    /// <summary>What stands for spaces, punctuation, control characters and broken surrogates.</summary>
    public const char Gap = ' ';

    private readonly List<int> _starts;
    private readonly List<int> _ends;

    private FoldedText(string original, string characters, List<int> starts, List<int> ends) =>
        (Original, Characters, _starts, _ends) = (original, characters, starts, ends);

    public string Original { get; }

    /// <summary>The folded characters; one of the original may give none or several.</summary>
    public string Characters { get; }

    public int Length => Characters.Length;

    /// <summary>Where the original of the folded character begins.</summary>
    public int Start(int index) => _starts[index];

    /// <summary>Where the original of the folded character ends, exclusive.</summary>
    public int End(int index) => _ends[index];

    /// <summary>The original of the folded characters from <paramref name="from"/> up to <paramref name="to"/>, exclusive.</summary>
    public string Source(int from, int to) => from >= to ? "" : Original[_starts[from].._ends[to - 1]];

    public static FoldedText Of(string text)
    {
        var characters = new StringBuilder(text.Length);
        var starts = new List<int>(text.Length);
        var ends = new List<int>(text.Length);
        for (var at = 0; at < text.Length;)
        {
            var valid = Rune.DecodeFromUtf16(text.AsSpan(at), out var rune, out var used) is System.Buffers.OperationStatus.Done;
            Append(characters, valid ? rune : new Rune(Gap));
            while (starts.Count < characters.Length)
            {
                starts.Add(at);
                ends.Add(at + used);
            }

            at += used;
        }

        return new FoldedText(text, characters.ToString(), starts, ends);
    }

    /// <summary>The folded characters alone.</summary>
    public static string Fold(string text) => Of(text).Characters;

    private static void Append(StringBuilder characters, Rune rune)
    {
        if (rune.IsAscii || (rune.IsBmp && rune.Value is >= 0x4E00 and <= 0x9FFF))
        {
            characters.Append(Simple(rune));
            return;
        }

        if (Rune.GetUnicodeCategory(rune) is UnicodeCategory.OtherNotAssigned or UnicodeCategory.PrivateUse)
        {
            characters.Append(Gap);
            return;
        }

        foreach (var part in rune.ToString().Normalize(NormalizationForm.FormKD).EnumerateRunes())
        {
            AppendPart(characters, part);
        }
    }

    private static char Simple(Rune rune) => rune.IsAscii
        ? Rune.IsLetterOrDigit(rune) ? (char)Rune.ToLowerInvariant(rune).Value : Gap
        : (char)TraditionalChinese.Simplify(rune).Value;

    private static void AppendPart(StringBuilder characters, Rune part)
    {
        var category = Rune.GetUnicodeCategory(part);
        if (Rune.IsLetterOrDigit(part) || category is UnicodeCategory.OtherSymbol or UnicodeCategory.SpacingCombiningMark)
        {
            characters.Append(TraditionalChinese.Simplify(Rune.ToLowerInvariant(part)).ToString());
        }
        else if (category is not (UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark or UnicodeCategory.Format))
        {
            characters.Append(Gap);
        }
    }
}
