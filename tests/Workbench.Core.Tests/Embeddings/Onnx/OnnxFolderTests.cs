using LlmRec.Workbench.Embeddings;
using LlmRec.Workbench.Embeddings.Onnx;

namespace LlmRec.Workbench.Tests.Embeddings.Onnx;

public sealed class OnnxFolderTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Generate_NoFolder_NamesTheSetting()
    {
        var sut = new TinyFolder();
        var generator = sut.Generator();
        sut.Dispose();

        (await FailAsync(generator)).ShouldBe($"Models:Embeddings:tiny:Path: the folder {sut.FullPath} does not exist. Give the folder that holds model.onnx and its tokenizer.");
    }

    [Theory]
    [InlineData("README.md", "holds neither model.onnx nor onnx/model.onnx. Copy the model there.")]
    [InlineData("pytorch_model.bin", "export it to ONNX, for example with optimum-cli export onnx, and put model.onnx there.")]
    public async Task Generate_NoModel_SaysWhatToDo(string file, string message)
    {
        using var sut = new TinyFolder();
        File.Move(sut.File("model.onnx"), sut.File(file));

        (await FailAsync(sut.Generator())).ShouldEndWith(message);
    }

    [Theory]
    [InlineData("README.md", "holds a model but no tokenizer. Copy the model's vocab.txt or tokenizer.json beside it.")]
    [InlineData("sentencepiece.bpe.model", "Supported: BERT WordPiece (vocab.txt, or a tokenizer.json of the type WordPiece), as CoROM, BGE for Chinese or English, text2vec and MiniLM have. Serve the model behind an endpoint instead.")]
    public async Task Generate_NoTokenizer_SaysWhichAreSupported(string file, string message)
    {
        using var sut = new TinyFolder();
        File.Move(sut.File("vocab.txt"), sut.File(file));

        (await FailAsync(sut.Generator())).ShouldEndWith(message);
    }

    [Theory]
    [InlineData("tokenizer.json", """{"model":{"type":"Unigram","vocab":[]}}""", "is a tokenizer of the type Unigram, which is not supported. Supported: BERT WordPiece")]
    [InlineData("tokenizer.json", "{", "tokenizer.json cannot be read as a tokenizer:")]
    [InlineData("vocab.txt", "猫\n狗\n", "vocab.txt lacks [UNK], [CLS], [SEP], [PAD], so it is no vocabulary of BERT.")]
    public async Task Generate_OddTokenizer_SaysWhy(string file, string content, string message)
    {
        using var sut = new TinyFolder();
        File.Delete(sut.File("vocab.txt"));
        sut.Write(file, content);

        (await FailAsync(sut.Generator())).ShouldContain(message);
    }

    [Theory]
    [InlineData("tokenizer_config.json", "no json", "tokenizer_config.json is no JSON:")]
    [InlineData("config.json", "[]", "config.json is no JSON object. Copy it again from the model.")]
    [InlineData("1_Pooling/config.json", """{"pooling_mode_max_tokens":true}""", "asks for pooling_mode_max_tokens. Supported: pooling_mode_mean_tokens or pooling_mode_cls_token, one of them.")]
    public async Task Generate_OddSettings_SaysWhichFile(string file, string content, string message)
    {
        using var sut = new TinyFolder();
        sut.Write(file, content);

        (await FailAsync(sut.Generator())).ShouldContain(message);
    }

    [Fact]
    public async Task Generate_NoOnnxFile_SaysSo()
    {
        using var sut = new TinyFolder();
        sut.Write("model.onnx", "this is not a model");

        (await FailAsync(sut.Generator())).ShouldContain("model.onnx cannot be loaded as an ONNX model:");
    }

    [Fact]
    public async Task Generate_OtherInputs_SaysWhichAreNeeded()
    {
        using var sut = new TinyFolder(new TinyModel { Table = TinyFolder.Table(), Inputs = ["pixels"] });

        (await FailAsync(sut.Generator())).ShouldContain("takes pixels; not supported: pixels (Int64). Needed: input_ids and, where the model has them, attention_mask and token_type_ids, all int64.");
    }

    [Fact]
    public async Task Generate_ConfiguredDimensionsAreOthers_NamesBoth()
    {
        using var sut = new TinyFolder();

        (await FailAsync(sut.Generator(dimensions: 768))).ShouldEndWith("model.onnx gives vectors of 6 dimensions where Models:Embeddings:tiny:Dimensions says 768. Correct that setting or remove it.");
    }

    [Fact]
    public async Task Generate_VocabularyOfAnotherModel_SaysWhatToCheck()
    {
        using var sut = new TinyFolder();
        File.AppendAllLines(sut.File("vocab.txt"), ["鱼"]);

        (await FailAsync(sut.Generator(), "鱼")).ShouldContain("Check that the tokenizer in its folder is the model's own.");
    }

    [Fact]
    public async Task Generate_NaN_IsRefused()
    {
        using var sut = new TinyFolder(new TinyModel { Table = [.. TinyFolder.Table().Select(row => row.Select(_ => float.NaN).ToArray())] });

        (await FailAsync(sut.Generator())).ShouldEndWith("gave a vector that holds NaN or an infinite value. Export the model again, in float32.");
    }

    private static async Task<string> FailAsync(OnnxGenerator generator, string text = "猫") =>
        (await Should.ThrowAsync<EmbeddingException>(() => generator.GenerateAsync([text], cancellationToken: Stop))).Message;
}
