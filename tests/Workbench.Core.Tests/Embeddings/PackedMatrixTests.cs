using CsCheck;
using LlmRec.Workbench.Embeddings;
using LlmRec.Workbench.Embeddings.Lexical;

namespace LlmRec.Workbench.Tests.Embeddings;

public sealed class PackedMatrixTests
{
    private static readonly Gen<(int Rows, int Height, int Width, int Seed)> Shapes = Gen.Select(Gen.Int[0, 9], Gen.Int[1, 40], Gen.Int[1, 40], Gen.Int[0, 999]);

    [Fact]
    public void Multiply_AnyShape_IsTheSumOfProducts() => Shapes.Sample(shape =>
    {
        var (rows, height, width, seed) = shape;
        var random = new Random(seed);
        var (matrix, source, shift) = (Values(random, height * width), Values(random, rows * height), Values(random, height));
        var target = new float[rows * width];

        new PackedMatrix(matrix, height, width).Multiply(source, shift, target);

        for (var i = 0; i < target.Length; i++)
        {
            var (row, column) = (i / width, i % width);
            var sum = Enumerable.Range(0, height).Sum(k => (double)(source[(row * height) + k] - shift[k]) * matrix[(k * width) + column]);
            target[i].ShouldBe((float)sum, 1e-4f);
        }
    }, iter: 300);

    private static float[] Values(Random random, int count) => [.. Enumerable.Range(0, count).Select(_ => (random.NextSingle() * 2) - 1)];
}

public sealed class CharacterGramsTests
{
    [Theory]
    [InlineData("T恤", 3)]
    [InlineData("保温杯", 6)]
    [InlineData("abc", 4)]
    [InlineData("！…", 0)]
    [InlineData("", 0)]
    public void Count_Text_GivesTheGramsOfItsRuns(string text, int distinct) =>
        CharacterGrams.Count(text).Count.ShouldBe(distinct);

    [Theory]
    [InlineData("ＡＢＣ 保温杯", "abc，保温杯")]
    [InlineData("保温杯\uD800", "保温杯")]
    public void Count_WritingsOfTheSame_AreOne(string one, string other) => CharacterGrams.Count(one).ShouldBe(CharacterGrams.Count(other), ignoreOrder: true);

    [Fact]
    public void Count_Repeated_CountsEach() => CharacterGrams.Count("杯杯杯").Values.Select(gram => gram.Count).Order().ShouldBe([1, 2, 3]);

    [Fact]
    public void Count_EndlessText_IsCutOff() =>
        CharacterGrams.Count(new string('杯', 20_000)).Values.Max(gram => gram.Count).ShouldBe(10_000);
}
