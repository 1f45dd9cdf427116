using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace LlmRec.Workbench.Mapping.Choices.Parsing;

/// <summary>An answer made plain: half-width, without reasoning, fences and quotes.</summary>
internal static partial class ChoiceText
{
    // More than any answer needs; a model that cannot stop is not read to its end.
    private const int MaxRead = 4000;

    private const string Numerals = "一二三四五六七八九十";

    public static string Clean(string answer)
    {
        var text = Reasoning().Replace(Readable(answer).Normalize(NormalizationForm.FormKC), " ");
        text = Ordinal().Replace(Fence().Replace(text, " "), match => (Numerals.IndexOf(match.Value[0], StringComparison.Ordinal) + 1).ToString(CultureInfo.InvariantCulture));
        return text.Trim().Trim('"', '\'', '`', '*', '“', '”', '‘', '’', '「', '」').Trim();
    }

    /// <summary>Whether a normalised text is the candidate's name or path.</summary>
    public static bool IsNameOf(string key, ChoiceOption option) => key == TextKey.Normalize(option.Name) || key == TextKey.Normalize(option.Path);

    // Unpaired surrogates and unassigned characters would make normalisation throw.
    private static string Readable(string answer)
    {
        var readable = new StringBuilder();
        foreach (var rune in answer.EnumerateRunes().Take(MaxRead))
        {
            readable.Append(Rune.GetUnicodeCategory(rune) is UnicodeCategory.OtherNotAssigned or UnicodeCategory.Surrogate ? " " : rune.ToString());
        }

        return readable.ToString();
    }

    [GeneratedRegex("<think(?:ing)?>.*?(?:</think(?:ing)?>|$)", RegexOptions.Singleline | RegexOptions.IgnoreCase)]
    private static partial Regex Reasoning();

    [GeneratedRegex("```[a-z]*", RegexOptions.IgnoreCase)]
    private static partial Regex Fence();

    /// <summary>第二个, 选三, where a numeral stands for a candidate's number.</summary>
    [GeneratedRegex("(?<=第|选|选择)[一二三四五六七八九十](?=[个项号种]|$|[\\s,，.。])")]
    private static partial Regex Ordinal();
}
