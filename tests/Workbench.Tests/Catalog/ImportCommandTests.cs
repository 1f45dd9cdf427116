using LlmRec.Workbench.Web.Tests.Cli;

namespace LlmRec.Workbench.Web.Tests.Catalog;

public sealed class ImportCommandTests : IDisposable
{
    private readonly CommandFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Import_RejectedThenGood_SaysWhyThenImports()
    {
        var bad = await RunAsync("categories", "id\tparent_id\tname\n1\t\tshoes\n2\tghost\tmen\n1\t\tagain\n");
        bad.ExitCode.ShouldBe(1);
        bad.Output.ShouldContain("line 3: rejected: The parent 'ghost' of 2 is not in the file.");
        bad.Output.ShouldContain("line 4: rejected: The ID 1 stands in line 2 already.");

        var dry = await RunAsync("categories", "id\tparent_id\tname\n1\t\tshoes\n", "--dry-run");
        (dry.ExitCode, dry.Output.Contains("1 added", StringComparison.Ordinal)).ShouldBe((0, true));

        var good = await RunAsync("categories", "id\tparent_id\tname\n1\t\tshoes\n2\t1\tmen\n");
        (good.ExitCode, good.Output.Contains("2 added, 0 renamed, 0 moved, 0 gone", StringComparison.Ordinal)).ShouldBe((0, true));
    }

    [Fact]
    public async Task ImportItems_OnlyTitles_ImportsThemAndSaysWhatLacks()
    {
        var bad = await RunAsync("items", "{\"title\":\"dress\",\"attributes\":[1]}\n");
        (bad.ExitCode, bad.Output.Contains("line 1: rejected: The column 'attributes' is not a JSON object", StringComparison.Ordinal)).ShouldBe((1, true));

        var good = await RunAsync("items", "title\ndress\nshoes\ndress\n");

        good.ExitCode.ShouldBe(0);
        good.Output.ShouldContain("line 4: note: Line 2 has the same title and attributes; without IDs both are one product.");
        good.Output.ShouldContain("2 added, 0 edited, 0 moved, 0 gone");
        good.Output.ShouldContain("3 without a category");
    }

    private async Task<(int ExitCode, string Output)> RunAsync(string kind, string text, params string[] options)
    {
        var (exitCode, output, errors) = await _folder.RunAsync(["import", kind, _folder.Write("file.tsv", text), .. options]);
        return (exitCode, output + errors);
    }
}
