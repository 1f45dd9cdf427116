using System.Text.Json;

namespace LlmRec.Workbench.Web.Tests.Cli;

public sealed class MapCommandTests : IDisposable
{
    private readonly CommandFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Map_FileOfOddNames_GivesOneLineForEachInItsOrder()
    {
        string[] names = ["手套", "", "!!!", "قفازات", "ถุงมือ", "🧤", "\u0001手套", new string('手', 5_000), new string(' ', 400) + "手套", "{\"name\": 1}", "<b>手套</b>"];
        await ImportAsync("1 - 服饰\n2 - 服饰 > 手套\n3 - 宠物\n4 - 宠物 > 手套\n");

        var (exitCode, output, _) = await _folder.RunAsync("map", _folder.Write("names.txt", string.Join('\n', names)), "--top", "2");

        exitCode.ShouldBe(0);
        var lines = output.TrimEnd('\n').Split('\n').Select(line => JsonDocument.Parse(line).RootElement).ToList();
        lines.Select(line => line.GetProperty("name").GetString()).ShouldBe(names);
        lines[0].GetProperty("candidates").EnumerateArray().Select(c => c.GetProperty("path").GetString()).ShouldBe(["服饰 > 手套", "宠物 > 手套"]);
        lines.Skip(1).Take(5).ShouldAllBe(line => line.GetProperty("outcome").GetString() == "none");
        lines[8].GetProperty("candidates").GetRawText().ShouldBe(lines[0].GetProperty("candidates").GetRawText());
    }

    [Fact]
    public async Task Map_NoTree_SaysWhatToImportFirst()
    {
        var (exitCode, output, errors) = await _folder.RunAsync("map", _folder.Write("names.txt", "手套\n"));

        (exitCode, output).ShouldBe((1, ""));
        errors.ShouldContain("import categories FILE");
    }

    [Fact]
    public async Task Import_ChainDeeperThanATreeMayBe_KeepsNothingAndSaysWhy()
    {
        var chain = Enumerable.Range(1, 50).Select(depth => $"{depth} - {string.Join(" > ", Enumerable.Range(1, depth).Select(i => $"层{i}"))}");

        var (exitCode, output, errors) = await _folder.RunAsync("import", "categories", _folder.Write("chain.txt", string.Join('\n', chain)));

        exitCode.ShouldBe(1);
        (output + errors).ShouldContain("more than 32 levels deep");
    }

    private async Task ImportAsync(string tree) => (await _folder.RunAsync("import", "categories", _folder.Write("tree.txt", tree))).ExitCode.ShouldBe(0);
}
