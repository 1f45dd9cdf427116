using LlmRec.Workbench.Embeddings.Lexical;
using LlmRec.Workbench.Tests.Embeddings.Onnx;
using Microsoft.Extensions.AI;

namespace LlmRec.Workbench.Tests.Embeddings;

/// <summary>What everybody may expect of a generator, whatever is behind it.</summary>
public sealed class GeneratorContractTests : IAsyncLifetime
{
    private static readonly string[] Texts = ["猫粮", "dog food", "狗玩具", "猫粮", "x"];

    private readonly TinyFolder _folder = new();
    private EmbeddingScene _scene = null!;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => _scene = await EmbeddingScene.CreateAsync();

    [Theory]
    [InlineData("lexical")]
    [InlineData("onnx")]
    [InlineData("endpoint")]
    public async Task Generate_SeveralTexts_EachHasItsOwnVectorInItsPlace(string kind)
    {
        var sut = Create(kind);

        var vectors = (await sut.GenerateAsync(Texts, cancellationToken: Stop)).Select(v => v.Vector.ToArray()).ToList();

        vectors.Count.ShouldBe(Texts.Length);
        vectors[3].ShouldBe(vectors[0]);
        vectors[1].ShouldNotBe(vectors[0]);
        (await sut.GenerateAsync(["狗玩具"], cancellationToken: Stop))[0].Vector.ToArray().ShouldBe(vectors[2], 1e-5);
        vectors.ShouldAllBe(v => v.Length == vectors[0].Length && Math.Abs(MathF.Sqrt(v.Sum(x => x * x)) - 1) < 1e-4);
    }

    [Theory]
    [InlineData("lexical")]
    [InlineData("onnx")]
    [InlineData("endpoint")]
    public async Task Generate_NoText_IsNoVector(string kind) => (await Create(kind).GenerateAsync([], cancellationToken: Stop)).ShouldBeEmpty();

    [Theory]
    [InlineData("lexical")]
    [InlineData("onnx")]
    [InlineData("endpoint")]
    public async Task Generate_Cancelled_Ends(string kind) => await Should.ThrowAsync<OperationCanceledException>(
        () => Create(kind).GenerateAsync(Texts, cancellationToken: new CancellationToken(canceled: true)));

    [Theory]
    [InlineData("lexical")]
    [InlineData("onnx")]
    [InlineData("endpoint")]
    public void GetService_Metadata_NamesTheModel(string kind) => Create(kind).GetService<EmbeddingGeneratorMetadata>()!.DefaultModelId.ShouldNotBeNullOrEmpty();

    public async ValueTask DisposeAsync()
    {
        _folder.Dispose();
        await _scene.DisposeAsync();
    }

    private IEmbeddingGenerator<string, Embedding<float>> Create(string kind) => kind switch
    {
        "lexical" => new LexicalGenerator(),
        "onnx" => _folder.Generator(),
        _ => _scene.Generator,
    };
}
