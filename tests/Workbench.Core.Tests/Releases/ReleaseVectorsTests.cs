using System.Security.Cryptography;
using LlmRec.Workbench.Embeddings;
using LlmRec.Workbench.Releases;

namespace LlmRec.Workbench.Tests.Releases;

/// <summary>Vectors go along with a release: whole, checked and under the names of a release.</summary>
public sealed class ReleaseVectorsTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Create_WithVectors_HoldsTheirFilesAndSaysWhatTheyAre()
    {
        await using var scene = await SceneAsync(VectorSetStatus.Finished);

        var release = await scene.Sut.CreateAsync(scene.Caller, new ReleaseRequest("with vectors", 1), cancellationToken: Token);

        var manifest = (await scene.Sut.GetManifestAsync(release.Number, Token))!;
        manifest.Vectors.ShouldBe(new VectorUse(1, "normalised", "lexical", "char-ngrams", 2, 3, 3, Whitened: false));
        manifest.Files.Where(f => f.Part == ReleaseParts.VectorsName).Select(f => (f.Name, f.Format, f.Rows))
            .ShouldBe([("vectors.npy", "npy", 2), ("vectors.ids.jsonl", "jsonl", 2), ("whitening.npz", "npz", 0)], ignoreOrder: true);
        (await File.ReadAllTextAsync(scene.FileOf(1, "vectors.npy"), Token)).ShouldBe("content of vectors.npy");
    }

    [Fact]
    public async Task Export_Npy_BringsIdsAndTransformButNoPairs()
    {
        await using var scene = await SceneAsync(VectorSetStatus.Finished);
        await scene.Sut.CreateAsync(scene.Caller, new ReleaseRequest("", 1), cancellationToken: Token);

        var written = await scene.Sut.ExportAsync(1, Path.Combine(scene.Database.Folder, "out"), ["npy"], Token);

        written.Order(StringComparer.Ordinal).ShouldBe(["SHA256SUMS", "manifest.json", "vectors.ids.jsonl", "vectors.npy", "whitening.npz"]);
    }

    [Fact]
    public async Task GetSpace_ReleaseAlone_NamesGeneratorModelAndDimensions()
    {
        await using var scene = await SceneAsync(VectorSetStatus.Finished);
        await scene.Sut.CreateAsync(scene.Caller, new ReleaseRequest("", 1), cancellationToken: Token);
        await scene.CreateReleaseAsync();
        var vectors = scene.Database.Get<ReleaseVectors>();

        var space = await vectors.GetSpaceAsync((await scene.Sut.GetManifestAsync(1, Token))!, Token);

        space.ShouldBe(new VectorSpace("release v000001", "lexical", "char-ngrams", 3, Whitening: null));
        (await Should.ThrowAsync<ReleaseException>(async () => await vectors.GetSpaceAsync((await scene.Sut.GetManifestAsync(2, Token))!, Token)))
            .Message.ShouldContain("took no vectors");
    }

    [Theory]
    [InlineData(VectorSetStatus.Running)]
    [InlineData(VectorSetStatus.Failed)]
    public async Task Create_UnfinishedVectors_IsRefusedBeforeANumberIsTaken(VectorSetStatus status)
    {
        await using var scene = await SceneAsync(status);

        var error = await Should.ThrowAsync<ReleaseException>(() => scene.Sut.CreateAsync(scene.Caller, new ReleaseRequest("", 1), cancellationToken: Token));

        error.Message.ShouldContain("only a finished one");
        (await scene.Sut.ListAsync(Token)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Create_UnknownVectors_SaysSo()
    {
        await using var scene = await SceneAsync(VectorSetStatus.Finished);

        (await Should.ThrowAsync<ReleaseException>(() => scene.Sut.CreateAsync(scene.Caller, new ReleaseRequest("", 7), cancellationToken: Token)))
            .Message.ShouldContain("no vector set 7");
    }

    [Fact]
    public async Task Create_DamagedVectors_PublishesNothing()
    {
        await using var scene = await SceneAsync(VectorSetStatus.Finished);
        await File.AppendAllTextAsync(scene.Database.Get<VectorFolders>().FileOf(1, VectorNames.Vectors)!, "!", Token);

        var error = await Should.ThrowAsync<ReleaseException>(() => scene.Sut.CreateAsync(scene.Caller, new ReleaseRequest("", 1), cancellationToken: Token));

        error.Message.ShouldContain("is damaged");
        (await scene.Sut.ListAsync(Token)).ShouldHaveSingleItem().Status.ShouldBe(ReleaseStatus.Abandoned);
        Directory.Exists(scene.Folders.PathOf(1)).ShouldBeFalse();
    }

    private static async Task<ReleaseScene> SceneAsync(VectorSetStatus status)
    {
        var scene = await ReleaseScene.CreateAsync();
        await scene.ApproveTitleAsync("i1", "裤", "这个商品是裤子");
        var folder = Directory.CreateDirectory(scene.Database.Get<VectorFolders>().PathOf(1)).FullName;
        foreach (var name in new[] { VectorNames.Vectors, VectorNames.Ids, VectorNames.Whitening, VectorNames.Checksums })
        {
            await File.WriteAllTextAsync(Path.Combine(folder, name), $"content of {name}", Token);
        }

        var hash = Convert.ToHexStringLower(SHA256.HashData("content of vectors.npy"u8));
        var report = new VectorReport
        {
            Text = VectorTextKinds.Normalised, Generator = "lexical", Model = "char-ngrams", Rows = 2, InputDimensions = 3, Dimensions = 3,
            Files = [new VectorFile(VectorNames.Vectors, 22, hash)],
        };
        await scene.Database.AddAsync(new VectorSet
        {
            Number = 1, Text = report.Text, Generator = report.Generator, Dimensions = 3, Status = status, Report = VectorJson.Write(report), CreatedBy = "lin",
        });
        return scene;
    }
}
