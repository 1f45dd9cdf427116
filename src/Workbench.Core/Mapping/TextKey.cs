using LlmRec.Workbench.Mapping.Names;
using System.Globalization;
using System.Text;

namespace LlmRec.Workbench.Mapping;

/// <summary>
/// The normalised form under which equal texts meet: width, case, script (Traditional or Simplified), spaces and punctuation do not tell texts apart.
/// Only the slash stays, because it means "or" in category names.
/// </summary>
public static class TextKey
{
    /// <summary>Characters kept; nothing longer is a category name, and database indexes need a bound.</summary>
    public const int MaxLength = 256;

    // Far more than MaxLength, because normalisation can shorten a text, and few enough that any text is quick.
    private const int MaxRead = 1024;

    private const char Or = '/';

    /// <summary>Never throws; a text of punctuation only gives the empty string.</summary>
    public static string Normalize(string text)
    {
        var key = new StringBuilder(Math.Min(text.Length, MaxLength));
        var gap = '\0';
        foreach (var rune in Widthless(text).EnumerateRunes())
        {
            if (!IsWordPart(rune))
            {
                gap = IsOr(rune) ? Or : gap == Or ? Or : ' ';
                continue;
            }

            if (key.Length >= MaxLength - 2)
            {
                break;
            }

            AppendGap(key, gap, rune);
            gap = '\0';
            key.Append(TraditionalChinese.Simplify(Rune.ToLowerInvariant(rune)).ToString());
        }

        return key.ToString();
    }

    /// <summary>The start of a text in which full-width characters are plain ones and what is no text is a space; punctuation is still there.</summary>
    internal static string Widthless(string text) => Readable(text).Normalize(NormalizationForm.FormKC);

    // Unpaired surrogates, control and unassigned characters would make normalisation throw, and say nothing about a category.
    private static string Readable(string text)
    {
        var readable = new StringBuilder(Math.Min(text.Length, MaxRead));
        foreach (var rune in text.EnumerateRunes())
        {
            var known = Rune.GetUnicodeCategory(rune) is not (UnicodeCategory.OtherNotAssigned or UnicodeCategory.Control or UnicodeCategory.Surrogate);
            readable.Append(known ? rune.ToString() : " ");
            if (readable.Length >= MaxRead)
            {
                break;
            }
        }

        return readable.ToString();
    }

    private static void AppendGap(StringBuilder key, char gap, Rune next)
    {
        if (key.Length == 0 || gap == '\0')
        {
            return;
        }

        // 手机 壳 and 手机壳 are one text, T恤 and T 恤 too; hard disk and harddisk are not.
        if (gap == Or || (!Script.IsIdeographic(key[^1]) && !Script.IsIdeographic(next)))
        {
            key.Append(gap);
        }
    }

    private static bool IsOr(Rune rune) => rune.Value is Or or '|' or '、' or '\\';

    // An apostrophe is no word part: men's becomes "men s", which the English stem puts right.
    private static bool IsWordPart(Rune rune) => Rune.IsLetterOrDigit(rune)
        || Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark;
}
