using System.Text;
using LlmRec.Workbench.Perplexity.Kenlm;
using LlmRec.Workbench.Perplexity.Segmentation;

namespace LlmRec.Workbench.Tests.Perplexity;

public sealed class BlanksTests
{
    [Theory]
    [InlineData("", "")]
    [InlineData(" \t\r\n\v\f\0", "")]
    [InlineData("净水器 家用\t", "净水器|家用")]
    [InlineData("a\u00A0b\u3000c", "a\u00A0b\u3000c")]
    public void TryTakeWord_Text_PartsAtWhatKenlmParts(string text, string words)
    {
        ReadOnlySpan<byte> rest = Encoding.UTF8.GetBytes(text);
        var taken = new List<string>();
        while (Blanks.TryTakeWord(ref rest, out var word))
        {
            taken.Add(Encoding.UTF8.GetString(word));
        }

        string.Join('|', taken).ShouldBe(words);
    }
}

public sealed class CharacterClassesTests
{
    [Theory]
    [InlineData("净ぬ〇𠀀", CharacterClass.Ideograph)]
    [InlineData("aÉж", CharacterClass.Letter)]
    [InlineData("7７²", CharacterClass.Digit)]
    [InlineData(",，。-+", CharacterClass.Punctuation)]
    [InlineData("😀★", CharacterClass.Pictograph)]
    [InlineData(" \u3000\u00A0\t", CharacterClass.Blank)]
    [InlineData("\u0001\u200B\uFE0F\u202E", CharacterClass.Invisible)]
    [InlineData("\u0301", CharacterClass.Combining)]
    public void Of_Characters_AreOfOneClass(string text, object expected) =>
        text.EnumerateRunes().Select(CharacterClasses.Of).Distinct().ShouldHaveSingleItem().ShouldBe((CharacterClass)expected);
}
