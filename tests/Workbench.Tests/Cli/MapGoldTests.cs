using System.Text.Json;

namespace LlmRec.Workbench.Web.Tests.Cli;

public sealed class MapGoldTests : IDisposable
{
    private const string Gold = "name\tgold_ids\tname_in_target\n皮带\t3\tsame\n帆布鞋\t2\tdifferent\n怀表\t99\tdifferent\n";

    private readonly CommandFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Gold_GoodFile_PrintsARowPerStratumAndMessagesBeside()
    {
        await ImportAsync();

        var (exitCode, output, errors) = await RunAsync(Gold, "--ablation", "--compare", "default,-exact");

        exitCode.ShouldBe(0);
        var lines = output.Split('\n');
        lines.ShouldContain(line => line.StartsWith("all        3  ", StringComparison.Ordinal) && line.Contains('['));
        lines.ShouldContain(line => line.StartsWith("same       1  ", StringComparison.Ordinal));
        lines.ShouldContain(line => line.StartsWith("different  2  ", StringComparison.Ordinal));
        lines.ShouldContain(line => line.StartsWith("query2cate  no data", StringComparison.Ordinal));
        lines.ShouldContain(line => line.StartsWith("fixed ", StringComparison.Ordinal));
        errors.ShouldContain("1 gold IDs are not in the tree");
    }

    [Fact]
    public async Task Gold_Json_IsTheReport()
    {
        await ImportAsync();

        var (exitCode, output, _) = await RunAsync(Gold, "--format", "json");

        exitCode.ShouldBe(0);
        JsonDocument.Parse(output).RootElement.GetProperty("gold").GetProperty("unknown_ids").GetInt32().ShouldBe(1);
    }

    [Fact]
    public async Task Gold_BadLine_MeasuresNothing()
    {
        await ImportAsync();

        var (exitCode, output, errors) = await RunAsync(Gold + "\t5\tsame\n");

        (exitCode, output).ShouldBe((1, ""));
        errors.ShouldContain("line 5: the name is empty");
    }

    [Fact]
    public async Task Gold_NoTree_SaysWhatToDo()
    {
        var (exitCode, output, errors) = await RunAsync(Gold);

        (exitCode, output).ShouldBe((1, ""));
        errors.ShouldContain("import categories FILE");
    }

    [Fact]
    public async Task Ablation_WithoutGold_IsRefused()
    {
        var (exitCode, _, errors) = await _folder.RunAsync("map", _folder.Write("names.txt", "皮带\n"), "--ablation");

        exitCode.ShouldBe(1);
        errors.ShouldContain("--ablation goes with --gold FILE.");
    }

    private async Task ImportAsync() =>
        (await _folder.RunAsync("import", "categories", _folder.Write("tree.txt", "1 - 鞋\n2 - 鞋 > 男帆布鞋\n3 - 皮带\n"))).ExitCode.ShouldBe(0);

    private Task<(int ExitCode, string Output, string Errors)> RunAsync(string gold, params string[] options) =>
        _folder.RunAsync(["map", "--gold", _folder.Write("gold.tsv", gold), .. options]);
}
