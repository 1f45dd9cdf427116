using LlmRec.Workbench.Titles;
using LlmRec.Workbench.Titles.Text;

namespace LlmRec.Workbench.Tests.Titles.Text;

public sealed class BrandAttributeTests
{
    [Theory]
    [InlineData("""{"品牌": "Nike/耐克"}""", "Nike,耐克")]
    [InlineData("""{"Brand": "耐克（Nike）"}""", "耐克,Nike")]
    [InlineData("""{" 牌子 ": "山禾"}""", "山禾")]
    [InlineData("""{"品牌": "other/其他"}""", "")]
    [InlineData("""{"品牌": "无"}""", "")]
    [InlineData("""{"品牌": "--/山禾"}""", "山禾")]
    [InlineData("""{"品牌": "无", "brand": "Nike"}""", "Nike")]
    [InlineData("""{"材质": "棉"}""", "")]
    public void Of_Attributes_GivesTheWritingsOfTheBrand(string attributes, string expected) =>
        string.Join(',', BrandAttribute.Of(TitleText.Parse("鞋", attributes))).ShouldBe(expected);
}
