using System.Numerics.Tensors;
using CsCheck;
using LlmRec.Workbench.Embeddings.Lexical;

namespace LlmRec.Workbench.Tests.Embeddings;

public sealed class LexicalGeneratorTests
{
    [Fact]
    public void Embed_AnyText_HasLengthOneOrZeroAndIsRepeatable() =>
        Gen.String.Sample(text =>
        {
            var vector = LexicalGenerator.Embed(text);
            vector.Length.ShouldBe(LexicalGenerator.Dimensions);
            var length = TensorPrimitives.Norm<float>(vector);
            (length == 0 || Math.Abs(length - 1) < 1e-5).ShouldBeTrue();
            vector.ShouldBe(LexicalGenerator.Embed(text));
        }, iter: 300);

    [Fact]
    public void Embed_KnownText_HasTheVectorThatEarlierVersionsGave()
    {
        var vector = LexicalGenerator.Embed("纯棉T恤 男");

        var places = Enumerable.Range(0, vector.Length).Where(i => vector[i] != 0).ToList();
        places.ShouldBe([109, 208, 209, 269, 346, 373]);
    }

    [Theory]
    [InlineData("Ｎｉｋｅ 运动鞋", "nike 运动鞋")]
    [InlineData("Nike，运动鞋！", "NIKE 运动鞋")]
    public void Embed_OtherWritingOfTheSameLetters_IsTheSame(string text, string same) => LexicalGenerator.Embed(text).ShouldBe(LexicalGenerator.Embed(same));

    [Fact]
    public void Embed_SharedWords_AreNearerThanOthers()
    {
        var shirt = LexicalGenerator.Embed("男士纯棉短袖T恤");

        Near(shirt, "纯棉T恤 男 短袖 夏季").ShouldBeGreaterThan(Near(shirt, "不锈钢保温杯 500ml") + 0.3f);
    }

    [Theory]
    [InlineData("")]
    [InlineData(" 　！！——😀…")]
    public void Embed_NoLetters_IsZero(string text) => LexicalGenerator.Embed(text).Any(value => value != 0 && text.Length == 0).ShouldBeFalse();

    [Theory]
    [InlineData("\ud800棉")]
    [InlineData("棉\udfff\u202e\u0000")]
    public void Embed_BrokenText_IsAVector(string text) => LexicalGenerator.Embed(text).ShouldContain(value => value != 0);

    [Fact]
    public async Task GenerateAsync_SeveralTexts_AreInTheirOrder()
    {
        var result = await new LexicalGenerator().GenerateAsync(["一", "二", "三"], cancellationToken: TestContext.Current.CancellationToken);

        result.Select(e => e.Vector.ToArray()).ShouldBe([LexicalGenerator.Embed("一"), LexicalGenerator.Embed("二"), LexicalGenerator.Embed("三")]);
    }

    private static float Near(float[] vector, string text) => TensorPrimitives.Dot<float>(vector, LexicalGenerator.Embed(text));
}
