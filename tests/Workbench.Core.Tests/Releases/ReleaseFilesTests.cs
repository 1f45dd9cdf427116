using System.Diagnostics;
using System.Text.Json;
using LlmRec.Workbench.Releases;

namespace LlmRec.Workbench.Tests.Releases;

public sealed class ReleaseFilesTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Create_Checksums_AreAcceptedBySha256sum()
    {
        Assert.SkipUnless(File.Exists("/usr/bin/sha256sum"), "sha256sum is not on this machine.");
        await using var scene = await ReleaseScene.CreateAsync();
        await scene.ApproveAsync("pants", "belt", "皮带");
        await scene.CreateReleaseAsync();

        using var check = Process.Start(new ProcessStartInfo("sha256sum", "--strict -c SHA256SUMS")
        {
            WorkingDirectory = scene.Folders.PathOf(1), RedirectStandardOutput = true,
        })!;
        await check.WaitForExitAsync(Token);

        check.ExitCode.ShouldBe(0);
        (await check.StandardOutput.ReadToEndAsync(Token)).ShouldBe("manifest.json: OK\npairs.csv: OK\npairs.jsonl: OK\npairs.parquet: OK\n");
    }

    [Fact]
    public async Task Create_JsonLines_HaveTheContractsFieldsInOrder()
    {
        await using var scene = await ReleaseScene.CreateAsync();
        await scene.ApproveAsync("pants", "belt", "皮带 \"宽\"\u2028=1+1");
        await scene.CreateReleaseAsync();

        var text = await File.ReadAllTextAsync(scene.FileOf(1, "pairs.jsonl"), Token);

        text.ShouldStartWith("{\"source_id\":\"pants\",\"source_path\":\"男装 > 休闲裤\"");
        text.ShouldEndWith("\n");
        text.ShouldNotContain("\u2028");
        JsonDocument.Parse(text).RootElement.EnumerateObject().Select(p => p.Name).ShouldBe([
            "source_id", "source_path", "target_id", "target_path", "score", "rank", "mentions",
            "prompt", "prompt_version", "model", "method", "approved_by", "approved_at"]);
        JsonDocument.Parse(text).RootElement.GetProperty("approved_at").GetString().ShouldBe("2026-01-05T08:01:00Z");
    }

    [Fact]
    public async Task Create_SamePairs_GiveTheSameBytes()
    {
        await using var scene = await ReleaseScene.CreateAsync();
        await scene.ApproveAsync("pants", "belt", "皮带");
        await scene.ApproveAsync("shirt", "belt", "腰带");
        await scene.CreateReleaseAsync();
        scene.Database.Time.Advance(TimeSpan.FromHours(1));
        await scene.CreateReleaseAsync();

        var first = await scene.Sut.GetManifestAsync(1, Token);
        var second = await scene.Sut.GetManifestAsync(2, Token);

        second!.Files.ShouldBe(first!.Files);
        second.Previous.ShouldBe(1);
    }

    [Theory]
    [InlineData("皮带", "皮带")]
    [InlineData("a,b", "\"a,b\"")]
    [InlineData("5\" 屏", "\"5\"\" 屏\"")]
    [InlineData("=HYPERLINK(\"x\")", "\"'=HYPERLINK(\"\"x\"\")\"")]
    [InlineData("+1", "'+1")]
    [InlineData("-1", "'-1")]
    [InlineData("@sum", "'@sum")]
    [InlineData("\t=1", "\"'\t=1\"")]
    [InlineData("\r=1", "\"'\r=1\"")]
    [InlineData("＝1", "'＝1")]
    [InlineData("", "")]
    public void Cell_AnyText_IsQuotedAndNeverAFormula(string text, string expected) => CsvFormat.Cell(text).ShouldBe(expected);

    [Fact]
    public async Task Create_Csv_HasMarkHeaderAndMentionsInOneCell()
    {
        await using var scene = await ReleaseScene.CreateAsync();
        await scene.ApproveAsync("pants", "belt", "皮带", by: "=cmd");
        await scene.CreateReleaseAsync();

        var bytes = await File.ReadAllBytesAsync(scene.FileOf(1, "pairs.csv"), Token);
        var lines = System.Text.Encoding.UTF8.GetString(bytes.AsSpan(3)).Split("\r\n");

        bytes[..3].ShouldBe([0xEF, 0xBB, 0xBF]);
        lines[0].ShouldStartWith("source_id,source_path,");
        lines[1].ShouldBe("pants,男装 > 休闲裤,belt,配饰 > 皮带,0.9,1,\"[\"\"皮带\"\"]\",complements-zh,1,older-model,lexical,'=cmd,2026-01-05T08:01:00Z");
    }

    [Theory]
    [InlineData("../manifest.json")]
    [InlineData("/etc/passwd")]
    [InlineData("pairs.jsonl.new")]
    [InlineData("")]
    public async Task OpenFile_NameThatTheManifestDoesNotHold_GivesNull(string name)
    {
        await using var scene = await ReleaseScene.CreateAsync();
        await scene.ApproveAsync("pants", "belt", "皮带");
        await scene.CreateReleaseAsync();

        (await scene.Sut.OpenFileAsync(1, name, Token)).ShouldBeNull();
    }

    [Fact]
    public async Task GetManifest_ChangedAfterPublication_SaysSo()
    {
        await using var scene = await ReleaseScene.CreateAsync();
        await scene.ApproveAsync("pants", "belt", "皮带");
        await scene.CreateReleaseAsync();
        var path = scene.FileOf(1, ReleaseNames.Manifest);
        File.SetAttributes(path, FileAttributes.Normal);
        await File.AppendAllTextAsync(path, " ", Token);

        (await Should.ThrowAsync<ReleaseException>(() => scene.Sut.GetManifestAsync(1, Token))).Message.ShouldContain("its checksum differs");
    }
}
