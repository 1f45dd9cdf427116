using System.Text;
using CsCheck;
using LlmRec.LlmSimulator;
using LlmRec.Workbench.Catalog;
using LlmRec.Workbench.Models;
using LlmRec.Workbench.Prompts;
using LlmRec.Workbench.Runs;
using LlmRec.Workbench.Tests.Runs;
using LlmRec.Workbench.Titles;
using LlmRec.Workbench.Titles.Checks;
using LlmRec.Workbench.Titles.Files;
using Microsoft.EntityFrameworkCore;

namespace LlmRec.Workbench.Tests.Titles;

public sealed class TitleFileNormaliserTests
{
    private const string Known = "ONLY针织连衣裙秋冬女修身打底裙中长款高领毛衣裙内搭包臀裙正品";
    private static readonly TitleFileRequest ByRule = new(ByRule: true);
    private static readonly TitleFileRequest Offline = new("offline");

    [Fact]
    public async Task NormaliseAsync_KnownAndUnknownTitle_IsRecordedAndByRule()
    {
        await using var bench = await RunBench.CreateAsync();

        var lines = await RunAsync(bench, $"{Known}\n家用不锈钢保温杯大容量包邮\n", Offline);

        lines.Select(l => l.Source).ShouldBe(["recorded", "rule"]);
        lines[0].Normalised.ShouldBe("这个商品是ONLY秋冬高领修身中长款针织连衣裙");
        lines[1].Normalised.ShouldNotBeNull().ShouldContain("保温杯");
        lines[1].Baseline.ShouldNotBeNull().Normalised.ShouldBe(lines[1].Normalised);
        lines.ShouldAllBe(l => l.Problem == null && l.Id == null);
    }

    [Fact]
    public async Task NormaliseAsync_Model_IsAskedAndChecked()
    {
        await using var bench = await RunBench.CreateAsync(new() { Answer = r => r.Prompt.Contains("炒锅") ? "好锅" : "这个商品是不锈钢保温杯" });

        var lines = await RunAsync(bench, "不锈钢保温杯\n炒锅\n", new TitleFileRequest("sim"));

        lines.Select(l => l.Source).ShouldBe(["model", "model"]);
        lines[0].Violations.ShouldBeEmpty();
        lines[1].Violations.ShouldContain(TitleViolations.NoOpening);
    }

    [Fact]
    public async Task NormaliseAsync_CallThatFails_IsAProblemAndTheRuleStandsIn()
    {
        await using var bench = await RunBench.CreateAsync();
        bench.Server.When(_ => true, Fault.Status(500), times: 9);

        var line = (await RunAsync(bench, "不锈钢保温杯\n", new TitleFileRequest("sim"))).ShouldHaveSingleItem();

        line.Source.ShouldBe("rule");
        line.Problem.ShouldNotBeNullOrEmpty();
    }

    [Fact]
    public async Task NormaliseAsync_DatabaseWithoutPrompts_UsesTheBundledOne()
    {
        await using var bench = await RunBench.CreateAsync();
        await using (var db = bench.Open())
        {
            await db.PromptLabels.ExecuteDeleteAsync();
            await db.PromptVersions.ExecuteDeleteAsync();
            await db.Prompts.ExecuteDeleteAsync();
        }

        (await RunAsync(bench, Known, Offline)).Single().Source.ShouldBe("recorded");
    }

    [Fact]
    public async Task NormaliseAsync_UnknownProfile_SaysWhatThereIs()
    {
        await using var bench = await RunBench.CreateAsync();

        await Should.ThrowAsync<ModelNotFoundException>(() => RunAsync(bench, Known, new TitleFileRequest("nothing")));
    }

    [Fact]
    public async Task NormaliseAsync_JsonLines_TakesIdAttributesAndCategory()
    {
        await using var bench = await RunBench.CreateAsync();

        var line = (await RunAsync(bench, """{"id": 7, "title": "连衣裙女夏碎花", "attributes": {"品牌": "半夏集"}, "category": "女装 > 连衣裙"}""", ByRule)).Single();

        (line.Id, line.Raw, line.Brand).ShouldBe(("7", "连衣裙女夏碎花", "半夏集"));
        line.Normalised.ShouldNotBeNull().ShouldContain("半夏集");
    }

    [Fact]
    public async Task NormaliseAsync_TitleThatSaysNothing_IsEmptyAndNoProblem()
    {
        await using var bench = await RunBench.CreateAsync();

        var line = (await RunAsync(bench, "！！！\n", Offline)).Single();

        (line.Normalised, line.Source, line.Problem).ShouldBe((null, null, null));
        line.Violations.ShouldBe([TitleViolations.Empty]);
    }

    [Theory]
    [InlineData("{\"title\": \"x\"}\nnot json", "line 2: not JSON from byte 2 on")]
    [InlineData("{\"title\": \"x\"}\n[1]", "line 2: not a JSON object but a list")]
    [InlineData("{\"titel\": \"x\"}", "line 1: no text under \"title\"")]
    [InlineData("{\"title\": 5}", "line 1: no text under \"title\"")]
    [InlineData("{\"title\": \"\\ud83d\"}", "line 1: an escape (\\uD800 to \\uDFFF) is half a character")]
    [InlineData("{\"title\": \"帆布鞋\", \"attributes\": [1]}", "line 1: \"attributes\" is not an object but a list; they were left out")]
    [InlineData("帆布鞋\n\n帆布鞋", "line 2: the title is empty")]
    [InlineData("帆布\u0007鞋", "line 1: the title holds the control character U+0007 at character 3; it was read as a blank")]
    public async Task NormaliseAsync_BadLine_SaysWhatAndWhereAndGoesOn(string text, string problem)
    {
        await using var bench = await RunBench.CreateAsync();

        var lines = await RunAsync(bench, text, ByRule);

        lines.Count.ShouldBe(text.Split('\n').Length);
        lines.Select(l => l.Problem).OfType<string>().ShouldHaveSingleItem().ShouldBe(problem);
    }

    [Fact]
    public async Task NormaliseAsync_BrokenBytesAndEndlessTitle_AreProblemsOfTheirLines()
    {
        await using var bench = await RunBench.CreateAsync();
        byte[] bytes = [.. "帆布鞋\n"u8, 0xE5, 0xB8, (byte)'\n', .. Encoding.UTF8.GetBytes(new string('鞋', 10_000))];

        var lines = await RunAsync(bench, bytes, ByRule);

        lines.Select(l => l.Problem).ShouldBe([
            null, "line 2: bytes that are not UTF-8 from byte 1 on", "line 3: the title has 10000 characters; more than 2000 are no title"]);
    }

    [Fact]
    public async Task NormaliseAsync_ManyLines_KeepTheirOrder()
    {
        await using var bench = await RunBench.CreateAsync();
        var titles = Enumerable.Range(1, 300).Select(n => $"帆布鞋{n}号").ToList();

        (await RunAsync(bench, string.Join('\n', titles), ByRule)).Select(l => l.Raw).ShouldBe(titles);
    }

    [Fact]
    public async Task NormaliseAsync_AnyBytes_GivesOneResultPerLine()
    {
        await using var bench = await RunBench.CreateAsync();

        await Gen.Byte.Array[0, 300].SampleAsync(async bytes =>
        {
            var expected = bytes.Count(b => b == (byte)'\n') + (bytes is [.., not (byte)'\n'] ? 1 : 0);
            (await RunAsync(bench, bytes, ByRule)).Count.ShouldBe(expected);
        }, iter: 300, threads: 1);
    }

    private static Task<List<NormalisedTitle>> RunAsync(RunBench bench, string text, TitleFileRequest request) => RunAsync(bench, Encoding.UTF8.GetBytes(text), request);

    private static async Task<List<NormalisedTitle>> RunAsync(RunBench bench, byte[] bytes, TitleFileRequest request)
    {
        var lines = new List<NormalisedTitle>();
        await foreach (var line in bench.Get<TitleFileNormaliser>().NormaliseAsync(new MemoryStream(bytes), request))
        {
            lines.Add(line);
        }

        return lines;
    }
}
