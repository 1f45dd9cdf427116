using System.Text.Json;

namespace LlmRec.Workbench.Web.Tests.Cli;

public sealed class TitlesCommandTests : IDisposable
{
    private readonly CommandFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Titles_GoodFile_PrintsEveryLineInOrder()
    {
        var (exitCode, output, _) = await RunAsync("不锈钢保温杯大容量\n帆布鞋女\n");

        exitCode.ShouldBe(0);
        var lines = output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonDocument.Parse(line).RootElement).ToList();
        lines.Select(line => line.GetProperty("raw").GetString()).ShouldBe(["不锈钢保温杯大容量", "帆布鞋女"]);
        lines.ShouldAllBe(line => line.GetProperty("source").GetString() == "rule");
        lines.SelectMany(line => line.EnumerateObject()).ShouldNotContain(property => property.Name == "problem");
        lines[0].EnumerateObject().Select(property => property.Name)
            .ShouldBe(["raw", "normalised", "source", "violations", "product", "brand", "baseline", "perplexity"]);
    }

    [Fact]
    public async Task Titles_OneBadLine_PrintsAllAndFails()
    {
        var (exitCode, output, errors) = await RunAsync("{\"title\": \"帆布鞋\"}\nnot json\n", "--rule");

        exitCode.ShouldBe(1);
        output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Length.ShouldBe(2);
        output.ShouldContain("line 2: not JSON");
        errors.ShouldContain("1 lines had a problem");
    }

    private Task<(int ExitCode, string Output, string Errors)> RunAsync(string text, params string[] options) =>
        _folder.RunAsync(["titles", _folder.Write("titles.txt", text), .. options]);
}
