using System.Globalization;
using System.Text;

namespace LlmRec.Workbench.Perplexity.Segmentation;

/// <summary>Says what a character does to the cutting of text.</summary>
internal enum CharacterClass : byte
{
    Ideograph,
    Letter,
    Digit,

    /// <summary>A combining mark: belongs to what stands before it.</summary>
    Combining,
    Punctuation,

    /// <summary>Begins an emoji or another pictograph, which may go on for several characters.</summary>
    Pictograph,
    Blank,

    /// <summary>Control characters, zero-width characters, direction marks, variation selectors.</summary>
    Invisible,
}

/// <summary>Classifies characters by Unicode's general category and, for scripts without blanks, by block.</summary>
internal static class CharacterClasses
{
    private const int FirstPictograph = 0x1F000;
    private const int LastPictograph = 0x1FAFF;

    public static CharacterClass Of(Rune rune) => rune.Value switch
    {
        >= 0x4E00 and <= 0x9FFF => CharacterClass.Ideograph,
        < 0x80 => OfAscii((char)rune.Value),
        _ when IsIdeograph(rune.Value) => CharacterClass.Ideograph,
        (>= 0xFE00 and <= 0xFE0F) or (>= 0xE0100 and <= 0xE01EF) => CharacterClass.Invisible,
        >= FirstPictograph and <= LastPictograph => CharacterClass.Pictograph,
        _ => OfCategory(rune),
    };

    private static CharacterClass OfAscii(char c) =>
        char.IsAsciiLetter(c) ? CharacterClass.Letter
        : char.IsAsciiDigit(c) ? CharacterClass.Digit
        : char.IsWhiteSpace(c) ? CharacterClass.Blank
        : char.IsControl(c) ? CharacterClass.Invisible
        : CharacterClass.Punctuation;

    private static bool IsIdeograph(int value) => value is
        (>= 0x3005 and <= 0x3007) or (>= 0x3040 and <= 0x312F) or (>= 0x31A0 and <= 0x31BF) or (>= 0x31F0 and <= 0x31FF) or (>= 0x3400 and <= 0x4DBF)
        or (>= 0xF900 and <= 0xFAFF) or (>= 0xFF66 and <= 0xFF9D) or (>= 0x20000 and <= 0x3FFFF);

    private static CharacterClass OfCategory(Rune rune) => Rune.IsWhiteSpace(rune) ? CharacterClass.Blank : Rune.GetUnicodeCategory(rune) switch
    {
        UnicodeCategory.UppercaseLetter or UnicodeCategory.LowercaseLetter or UnicodeCategory.TitlecaseLetter
            or UnicodeCategory.ModifierLetter or UnicodeCategory.OtherLetter => CharacterClass.Letter,
        UnicodeCategory.DecimalDigitNumber or UnicodeCategory.LetterNumber or UnicodeCategory.OtherNumber => CharacterClass.Digit,
        UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.EnclosingMark => CharacterClass.Combining,
        UnicodeCategory.Control or UnicodeCategory.Format => CharacterClass.Invisible,
        UnicodeCategory.OtherSymbol => CharacterClass.Pictograph,
        _ => CharacterClass.Punctuation,
    };
}
