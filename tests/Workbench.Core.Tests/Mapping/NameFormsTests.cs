using LlmRec.Workbench.Mapping;
using LlmRec.Workbench.Mapping.Names;

namespace LlmRec.Workbench.Tests.Mappings;

public sealed class NameFormsTests
{
    [Theory]
    [InlineData("鞋/靴", "鞋 靴|鞋|靴")]
    [InlineData("手机（国行）", "手 机 国 行|手 机")]
    [InlineData("Bath Towels & Washcloths", "bath towel washcloth|bath towel|washcloth")]
    [InlineData("三轮车配件", "三 轮 车 配 件|三 轮 车")]
    [InlineData("Hiking Pole Accessories", "hiking pole accessory|hiking pole")]
    [InlineData("用品", "用 品")]
    [InlineData("！？", "")]
    public void Of_Name_GivesItsReadings(string name, string expected) =>
        string.Join('|', NameForms.Of(name).Select(f => f.Key)).ShouldBe(expected);

    [Theory]
    [InlineData("watches", "watch")]
    [InlineData("batteries", "battery")]
    [InlineData("glass", "glass")]
    [InlineData("shoes", "shoe")]
    [InlineData("women", "woman")]
    [InlineData("bus", "bus")]
    public void EnglishStem_Word_BecomesSingular(string word, string expected) => EnglishStem.Of(word).ShouldBe(expected);

    [Fact]
    public void WithSynonyms_KnownWord_AddsTheOtherWords() =>
        NameForms.WithSynonyms("偏光墨镜").Select(f => f.Key).ShouldContain("偏 光 太 阳 镜");

    [Fact]
    public void WithSynonyms_ManyWords_StaysBounded() =>
        NameForms.WithSynonyms(string.Join('/', Enumerable.Repeat("墨镜手机电脑音箱", 30))).Count.ShouldBeLessThanOrEqualTo(24);
}
