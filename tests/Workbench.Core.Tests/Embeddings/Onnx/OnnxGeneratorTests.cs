using LlmRec.Workbench.Embeddings;
using Microsoft.Extensions.AI;

namespace LlmRec.Workbench.Tests.Embeddings.Onnx;

public sealed class OnnxGeneratorTests
{
    private const double Tolerance = 1e-5;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("猫粮", "[CLS]|猫|粮|[SEP]")]
    [InlineData("CAT foods", "[CLS]|cat|food|##s|[SEP]")]
    [InlineData("Café, 龘", "[CLS]|cafe|[UNK]|[UNK]|[SEP]")]
    [InlineData("", "[CLS]|[SEP]")]
    public async Task Generate_AnyText_IsTheMeanOfItsTokens(string text, string tokens)
    {
        using var sut = new TinyFolder();

        var vectors = await sut.Generator().GenerateAsync([text], cancellationToken: Stop);

        vectors[0].Vector.ToArray().ShouldBe(TinyFolder.Mean(tokens.Split('|')), Tolerance);
        vectors.Usage!.InputTokenCount.ShouldBe(tokens.Split('|').Length);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    [InlineData(64)]
    public async Task Generate_TextsOfDifferentLengths_PaddingChangesNothingAndOrderStays(int batchSize)
    {
        using var sut = new TinyFolder();
        string[] texts = ["猫玩具 dog foods cat", "狗", "猫砂", "dog food", "", "狗粮玩具猫砂"];

        var together = await sut.Generator(batchSize: batchSize).GenerateAsync(texts, cancellationToken: Stop);

        foreach (var (text, vector) in texts.Zip(together))
        {
            vector.Vector.ToArray().ShouldBe((await sut.Generator().GenerateAsync([text], cancellationToken: Stop))[0].Vector.ToArray(), Tolerance);
        }
    }

    [Theory]
    [InlineData("""{"pooling_mode_cls_token":true,"pooling_mode_mean_tokens":false}""", "", "[CLS]")]
    [InlineData("""{"pooling_mode_cls_token":false,"pooling_mode_mean_tokens":true}""", "", "[CLS]|猫|[SEP]")]
    [InlineData("""{"pooling_mode_mean_tokens":true}""", "cls", "[CLS]")]
    public async Task Generate_PoolingOfFolderOrSettings_IsUsed(string file, string setting, string tokens)
    {
        using var sut = new TinyFolder();
        sut.Write("1_Pooling/config.json", file);

        (await VectorAsync(sut, "猫", pooling: setting)).ShouldBe(TinyFolder.Mean(tokens.Split('|')), Tolerance);
    }

    [Fact]
    public async Task Generate_CaseMattersToTheModel_TextKeepsItsCase()
    {
        using var sut = new TinyFolder();
        sut.Write("tokenizer_config.json", """{"do_lower_case":false,"model_max_length":1000000000000000019884624838656}""");

        (await VectorAsync(sut, "Cat")).ShouldBe(TinyFolder.Mean("[CLS]", "Cat", "[SEP]"), Tolerance);
    }

    [Fact]
    public async Task Generate_LongText_IsCutAndStillEnds()
    {
        using var sut = new TinyFolder();
        sut.Write("tokenizer_config.json", """{"model_max_length":4}""");

        (await VectorAsync(sut, new string('猫', 5000))).ShouldBe(TinyFolder.Mean("[CLS]", "猫", "猫", "[SEP]"), Tolerance);
    }

    [Fact]
    public async Task Generate_ControlCharactersAndHalfACharacter_GiveAVector()
    {
        using var sut = new TinyFolder();

        (await VectorAsync(sut, "猫\u0000\u0007\ud83d\u200b")).ShouldAllBe(value => float.IsFinite(value));
    }

    [Fact]
    public async Task Generate_ModelThatPoolsItself_ItsVectorsAreTaken()
    {
        using var sut = new TinyFolder(new TinyModel { Table = TinyFolder.Table(), Inputs = ["input_ids"], Output = "sentence_embedding", Pooled = true });

        (await VectorAsync(sut, "猫")).ShouldBe(TinyFolder.Mean("[CLS]", "猫", "[SEP]"), Tolerance);
    }

    [Fact]
    public async Task Generate_TokenizerJson_ReadsAsVocabTxtDoes()
    {
        using var sut = new TinyFolder();
        var words = string.Join(',', TinyFolder.Vocabulary.Select((word, id) => $"\"{word}\":{id}"));
        File.Delete(sut.File("vocab.txt"));
        sut.Write("tokenizer.json", $$"""{"model":{"type":"WordPiece","vocab":{ {{words}} } } }""");

        (await VectorAsync(sut, "猫粮")).ShouldBe(TinyFolder.Mean("[CLS]", "猫", "粮", "[SEP]"), Tolerance);
    }

    [Fact]
    public async Task Generate_ModelInItsOwnFolder_IsFound()
    {
        using var sut = new TinyFolder();
        Directory.CreateDirectory(sut.File("onnx"));
        File.Move(sut.File("model.onnx"), sut.File("onnx", "model.onnx"));

        (await VectorAsync(sut, "猫")).Length.ShouldBe(TinyFolder.Dimensions);
    }

    [Fact]
    public async Task Generate_MendedFolder_WorksWithoutANewStart()
    {
        using var sut = new TinyFolder();
        File.Move(sut.File("vocab.txt"), sut.File("aside"));
        var generator = sut.Generator();
        await Should.ThrowAsync<EmbeddingException>(() => generator.GenerateAsync(["猫"], cancellationToken: Stop));

        File.Move(sut.File("aside"), sut.File("vocab.txt"));

        (await generator.GenerateAsync(["猫"], cancellationToken: Stop)).Count.ShouldBe(1);
    }

    [Fact]
    public async Task Generate_Cancelled_Ends()
    {
        using var sut = new TinyFolder();

        await Should.ThrowAsync<OperationCanceledException>(() => sut.Generator().GenerateAsync(["猫"], cancellationToken: new CancellationToken(canceled: true)));
    }

    [Fact]
    public void Identity_AnotherModelTokenizerOrPooling_IsAnother()
    {
        using var sut = new TinyFolder();
        using var other = new TinyFolder(new TinyModel { Table = TinyFolder.Table(4) });
        using var same = new TinyFolder();
        var first = sut.Generator().ComputeIdentity();
        var pooled = sut.Generator(pooling: "cls").ComputeIdentity();
        File.AppendAllText(sut.File("vocab.txt"), "more\n");

        new[] { first, pooled, sut.Generator().ComputeIdentity(), other.Generator().ComputeIdentity() }.Distinct().Count().ShouldBe(4);
        same.Generator().ComputeIdentity().ShouldBe(first);
    }

    private static async Task<float[]> VectorAsync(TinyFolder sut, string text, string pooling = "") =>
        (await sut.Generator(pooling: pooling).GenerateAsync([text], cancellationToken: Stop))[0].Vector.ToArray();
}
