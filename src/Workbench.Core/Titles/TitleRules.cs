using LlmRec.Workbench.Mapping.Names;
using LlmRec.Workbench.Mapping;

namespace LlmRec.Workbench.Titles;

/// <summary>The published rules of one language: how a sentence must begin and how long it may be.</summary>
/// <param name="MaxLength">
/// In text elements, which is what a reader counts as characters (an emoji or a letter with its accents is one), the opening included. Chinese: 40, as published.
/// English: 120, because an English sentence takes about three letters where a Chinese one takes one character.
/// </param>
public sealed record TitleRules(TitleLanguage Language, string Opening, int MaxLength)
{
    public static TitleRules Chinese { get; } = new(TitleLanguage.Chinese, "这个商品是", 40);

    public static TitleRules English { get; } = new(TitleLanguage.English, "This product is", 120);

    public static TitleRules Of(TitleLanguage language) => language is TitleLanguage.English ? English : Chinese;

    /// <summary>English for a title with letters none of which are Chinese; Chinese for every other, since it is the first language.</summary>
    public static TitleRules For(string title)
    {
        var letters = false;
        foreach (var character in title)
        {
            if (Script.IsIdeographic(character))
            {
                return Chinese;
            }

            letters |= char.IsLetter(character);
        }

        return letters ? English : Chinese;
    }
}
