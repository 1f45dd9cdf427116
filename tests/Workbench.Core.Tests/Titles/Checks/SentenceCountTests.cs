using LlmRec.Workbench.Titles.Checks;

namespace LlmRec.Workbench.Tests.Titles.Checks;

public sealed class SentenceCountTests
{
    [Theory]
    [InlineData("这个商品是鞋", 1)]
    [InlineData("这个商品是鞋。", 1)]
    [InlineData("这个商品是鞋。很好穿！", 2)]
    [InlineData("这个商品是鞋\n很好穿", 2)]
    [InlineData("这个商品是鞋……", 1)]
    [InlineData("。！？", 0)]
    [InlineData("", 0)]
    [InlineData("This product is a 3.5 mm cable.", 1)]
    [InlineData("This product is a shoe. It fits.", 2)]
    [InlineData("This product is by Dr. Martens", 1)]
    [InlineData("This product is a U. S. flag", 1)]
    public void Of_Text_CountsPartsWithWords(string text, int expected) => SentenceCount.Of(text).ShouldBe(expected);
}

public sealed class RefusalsTests
{
    [Theory]
    [InlineData("抱歉，我不能说", "鞋", true)]
    [InlineData("作为一个AI语言模型", "鞋", true)]
    [InlineData("I’m unable to tell", "Mug", true)]
    [InlineData("这个商品是书《对不起》", "对不起 小说", false)]
    [InlineData("这个商品是书，对不起，无法判断", "对不起 小说", true)]
    [InlineData("这个商品是不锈钢锅", "锅", false)]
    public void IsRefusal_Sentence_IsJudgedBesideItsTitle(string sentence, string title, bool expected) => Refusals.IsRefusal(sentence, title).ShouldBe(expected);
}

public sealed class KeptWordsTests
{
    [Theory]
    [InlineData("这个商品是NIKE 运动鞋", "nike", true)]
    [InlineData("这个商品是山 禾菜刀", "山禾", true)]
    [InlineData("这个商品是菜刀", "山禾", false)]
    [InlineData("这个商品是菜刀", " ", true)]
    public void KeepsBrand_Sentence_MayCaseAndSpaceItOtherwise(string sentence, string brand, bool expected) => KeptWords.KeepsBrand(sentence, brand).ShouldBe(expected);

    [Theory]
    [InlineData("这个商品是女士运动鞋", "休闲运动鞋", true)]
    [InlineData("这个商品是不粘锅", "炒锅", true)]
    [InlineData("这个商品是锅铲", "炒锅", false)]
    [InlineData("This product is a pair of mugs", "travel mug", true)]
    [InlineData("This product is a cup", "travel mug", false)]
    public void KeepsProduct_Sentence_NeedsTheWordOrItsHead(string sentence, string product, bool expected) => KeptWords.KeepsProduct(sentence, product).ShouldBe(expected);
}
