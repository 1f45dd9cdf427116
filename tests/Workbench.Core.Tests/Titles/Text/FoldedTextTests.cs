using CsCheck;
using LlmRec.Workbench.Titles.Text;

namespace LlmRec.Workbench.Tests.Titles.Text;

public sealed class FoldedTextTests
{
    [Theory]
    [InlineData("ＮＩＫＥ１５", "nike15")]
    [InlineData("淨水器", "净水器")]
    [InlineData("Café", "cafe")]
    [InlineData("家用【包邮】", "家用 包邮 ")]
    [InlineData("a\u200Bb", "ab")]
    [InlineData("㎏", "kg")]
    public void Fold_Writings_AreOne(string text, string folded) => FoldedText.Fold(text).ShouldBe(folded);

    [Fact]
    public void Source_CharacterThatBecameTwo_IsWhole()
    {
        var text = FoldedText.Of("5㎏米");

        text.Source(text.Characters.IndexOf('k', StringComparison.Ordinal), text.Length).ShouldBe("㎏米");
    }

    [Fact]
    public void Of_AnyText_KeepsThePlaceOfEveryCharacter() => OddTexts.Any.Sample(original =>
    {
        var text = FoldedText.Of(original);
        for (var i = 0; i < text.Length; i++)
        {
            text.Start(i).ShouldBeInRange(i == 0 ? 0 : text.Start(i - 1), original.Length - 1);
            text.End(i).ShouldBeInRange(text.Start(i) + 1, original.Length);
        }
    }, iter: 2_000);

    [Fact]
    public void Fold_Folded_ChangesNothingMore() =>
        OddTexts.Any.Sample(text => FoldedText.Fold(FoldedText.Fold(text)).ShouldBe(FoldedText.Fold(text)), iter: 2_000);
}

public sealed class CharacterKindTests
{
    [Theory]
    [InlineData("iphone15", 6, true)]
    [InlineData("iphone15", 3, false)]
    [InlineData("iphone15", 7, false)]
    [InlineData("净水器", 1, true)]
    [InlineData("nike鞋", 4, true)]
    [InlineData("nike", 0, true)]
    [InlineData("nike", 4, true)]
    public void IsBoundary_Place_PartsWordsOnly(string text, int at, bool expected) => CharacterKind.IsBoundary(text, at).ShouldBe(expected);
}
