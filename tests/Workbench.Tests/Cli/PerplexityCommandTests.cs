namespace LlmRec.Workbench.Web.Tests.Cli;

public sealed class PerplexityCommandTests : IDisposable
{
    private const string Model = "\\data\\\nngram 1=4\n\n\\1-grams:\n-3\t<unk>\n-9\t<s>\n-1\t</s>\n-2\t鞋\n\n\\end\\\n";

    private readonly CommandFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Perplexity_Text_GivesARowPerLineBehindAHeader()
    {
        var (exitCode, output, _) = await _folder.RunAsync("perplexity", _folder.Write("text.txt", "鞋\n鞋 帽\n"), "--model", _folder.Write("m.arpa", Model), "--tokenized");

        exitCode.ShouldBe(0);
        output.Split('\n').ShouldBe(["tokens\tlog10_prob\toov\tperplexity", "2\t-3.000000\t0\t31.6228", "3\t-6.000000\t1\t100.0000", ""]);
    }

    [Fact]
    public async Task Perplexity_DamagedModel_NamesFileAndLineAndPrintsNothing()
    {
        var model = _folder.Write("m.arpa", Model.Replace("-2\t鞋", "oops", StringComparison.Ordinal));

        var (exitCode, output, errors) = await _folder.RunAsync("perplexity", _folder.Write("text.txt", "鞋\n"), "--model", model);

        (exitCode, output).ShouldBe((1, ""));
        errors.ShouldContain($"{model} is no whole ARPA model: line 8:");
    }

    [Fact]
    public async Task Perplexity_NothingInstalled_SaysHowToGetAModel()
    {
        var (exitCode, _, errors) = await _folder.RunAsync("perplexity", _folder.Write("text.txt", "鞋\n"));

        exitCode.ShouldBe(1);
        errors.ShouldContain("Run 'lm install' first");
    }
}
