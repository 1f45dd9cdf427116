using System.Text;

namespace LlmRec.Workbench.Web.Tests.Cli;

public sealed class VectorsCommandTests : IDisposable
{
    private readonly CommandFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Vectors_CreateThenProject_WritesRowsOfTheSameSpace()
    {
        (await _folder.RunAsync("import", "items", _folder.Write("items.csv", "title\n不锈钢保温杯\n帆布鞋女\n儿童书包\n"))).ExitCode.ShouldBe(0);

        var created = await _folder.RunAsync("vectors", "create", "--dimensions", "2", "--out", Path.Combine(_folder.Path, "out"));
        var projected = await _folder.RunAsync(
            "vectors", "project", _folder.Write("new.txt", "保温杯大容量\n"), "--set", "1", "--out", Path.Combine(_folder.Path, "new.npy"));
        var listed = await _folder.RunAsync("vectors", "list");

        (created.ExitCode, projected.ExitCode, listed.ExitCode).ShouldBe((0, 0, 0));
        created.Output.ShouldStartWith("000001\t3 rows\t512 to 2 dimensions");
        Header("new.npy").ShouldContain("'shape': (1, 2)");
        Header(Path.Combine("out", "vectors.npy")).ShouldContain("'shape': (3, 2)");
        listed.Output.ShouldStartWith("000001\tFinished\traw\tlexical\t3\t2\t");
    }

    [Fact]
    public async Task Vectors_NoItems_SaysWhatToDoFirst()
    {
        var (exitCode, output, errors) = await _folder.RunAsync("vectors", "create");

        (exitCode, output).ShouldBe((1, ""));
        errors.ShouldContain("There are no items yet. Import items, then create the vectors.");
    }

    [Fact]
    public async Task Compare_NoLanguageModel_SaysHowToGetOne()
    {
        var (exitCode, output, errors) = await _folder.RunAsync("compare", "titles");

        (exitCode, output).ShouldBe((1, ""));
        errors.ShouldContain("Run 'lm install'.");
    }

    private string Header(string name) => Encoding.ASCII.GetString(File.ReadAllBytes(Path.Combine(_folder.Path, name)), 0, 128);
}
