using System.Diagnostics;
using System.Text.Json;

namespace LlmRec.Workbench.Web.Tests.Cli;

/// <summary>The command as a person runs it: a process of its own.</summary>
public sealed class TitlesCommandTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("workbench-test-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

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

    private async Task<(int ExitCode, string Output, string Errors)> RunAsync(string text, params string[] options)
    {
        var file = Path.Combine(_folder, "titles.txt");
        await File.WriteAllTextAsync(file, text);
        var program = Path.Combine(AppContext.BaseDirectory, "LlmRec.Workbench.dll");
        using var process = Process.Start(new ProcessStartInfo("dotnet", [program, "titles", file, "--database", Path.Combine(_folder, "test.db"), .. options])
        {
            RedirectStandardOutput = true, RedirectStandardError = true,
        })!;
        var errors = process.StandardError.ReadToEndAsync();
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return (process.ExitCode, output, await errors);
    }
}
