using CsCheck;
using LlmRec.Workbench.Mapping;

namespace LlmRec.Workbench.Tests.Mappings;

public sealed class TextKeyTests
{
    [Theory]
    [InlineData("ＣＰＵ散热器", "cpu散热器")]
    [InlineData("手機 殼", "手機殼")]
    [InlineData("襯衫", "衬衫")]
    [InlineData("  T 恤! ", "t恤")]
    [InlineData("鞋 ／ 靴", "鞋/靴")]
    [InlineData("鞋、靴", "鞋/靴")]
    [InlineData("Bath -- Towels", "bath towels")]
    [InlineData("", "")]
    [InlineData("…、！？\u0000\u0007", "")]
    public void Normalize_KnownDifferences_AreLevelled(string text, string expected) =>
        TextKey.Normalize(text).ShouldBe(TextKey.Normalize(expected));

    [Fact]
    public void Normalize_DifferentNames_StayDifferent()
    {
        TextKey.Normalize("猫粮").ShouldNotBe(TextKey.Normalize("狗粮"));
        TextKey.Normalize("hard disk").ShouldNotBe(TextKey.Normalize("harddisk"));
    }

    [Fact]
    public void Normalize_AnyText_NeverThrowsAndIsBounded() =>
        Gen.String[Gen.Char, 0, 400].Sample(text => TextKey.Normalize(text).Length.ShouldBeLessThanOrEqualTo(TextKey.MaxLength), iter: 500);

    [Fact]
    public void Normalize_NormalizedText_StaysAsItIs() =>
        Gen.String.AlphaNumeric.Sample(text => TextKey.Normalize(TextKey.Normalize(text)).ShouldBe(TextKey.Normalize(text)), iter: 500);

    [Fact]
    public void Normalize_UnpairedSurrogate_IsIgnored() => TextKey.Normalize("鞋\uD800").ShouldBe("鞋");
}
