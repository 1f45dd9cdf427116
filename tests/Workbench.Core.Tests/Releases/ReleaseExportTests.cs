using LlmRec.Workbench.Releases;

namespace LlmRec.Workbench.Tests.Releases;

public sealed class ReleaseExportTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Export_OneFormat_CopiesItWithManifestAndMatchingChecksums()
    {
        await using var scene = await ReleaseScene.CreateAsync();
        await scene.ApproveAsync("pants", "belt", "皮带");
        await scene.CreateReleaseAsync();
        var target = Path.Combine(scene.Database.Folder, "out", "deep");

        var written = await scene.Sut.ExportAsync(1, target, ["csv"], Token);

        written.ShouldBe(["pairs.csv", "manifest.json", "SHA256SUMS"]);
        Directory.EnumerateFiles(target).Select(Path.GetFileName).Order(StringComparer.Ordinal).ShouldBe(["SHA256SUMS", "manifest.json", "pairs.csv"]);
        (await File.ReadAllLinesAsync(Path.Combine(target, "SHA256SUMS"), Token)).Select(line => line[66..]).ShouldBe(["manifest.json", "pairs.csv"]);
    }

    [Fact]
    public async Task Export_DamagedFile_SaysSoAndLeavesNothing()
    {
        await using var scene = await ReleaseScene.CreateAsync();
        await scene.ApproveAsync("pants", "belt", "皮带");
        await scene.CreateReleaseAsync();
        var file = scene.FileOf(1, "pairs.jsonl");
        File.SetAttributes(file, FileAttributes.Normal);
        await File.AppendAllTextAsync(file, "{}", Token);
        var target = Path.Combine(scene.Database.Folder, "out");

        (await Should.ThrowAsync<ReleaseException>(() => scene.Sut.ExportAsync(1, target, ["jsonl"], Token))).Message.ShouldContain("is damaged");

        Directory.EnumerateFiles(target).ShouldBeEmpty();
    }

    [Fact]
    public async Task Export_IntoAFile_SaysSo()
    {
        await using var scene = await ReleaseScene.CreateAsync();
        await scene.ApproveAsync("pants", "belt", "皮带");
        await scene.CreateReleaseAsync();

        var error = await Should.ThrowAsync<ReleaseException>(() => scene.Sut.ExportAsync(1, scene.Database.File, ["jsonl"], Token));

        error.Message.ShouldContain("is a file");
    }

    [Fact]
    public async Task Export_Default_CopiesEveryFileOfEveryPart()
    {
        await using var scene = await ReleaseScene.CreateAsync();
        await scene.ApproveAsync("pants", "belt", "皮带");
        await scene.ApproveTitleAsync("i1", "裤", "这个商品是裤子");
        await scene.CreateReleaseAsync();

        var written = await scene.Sut.ExportAsync(1, Path.Combine(scene.Database.Folder, "out"), ReleaseFormats.Names, Token);

        written.ShouldBe(["pairs.jsonl", "pairs.csv", "pairs.parquet", "titles.jsonl", "titles.csv", "titles.parquet", "manifest.json", "SHA256SUMS"]);
    }

    [Fact]
    public void Parse_UnknownFormat_SaysWhatThisVersionWrites() =>
        Should.Throw<ReleaseException>(() => ReleaseFormats.Parse("jsonl,xml"))
            .Message.ShouldBe("The format 'xml' is not available: this version writes jsonl, csv, parquet and npy. Ask for one of these, for example --format jsonl,csv.");

    [Fact]
    public void Parse_SpacesAndCase_AreForgiven() => ReleaseFormats.Parse(" CSV, jsonl ,csv").ShouldBe(["csv", "jsonl"]);

    [Fact]
    public void Parse_Nothing_SaysSo() => Should.Throw<ReleaseException>(() => ReleaseFormats.Parse(" , ")).Message.ShouldStartWith("No format was named");
}
