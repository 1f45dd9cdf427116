using System.Text;
using LlmRec.Workbench.Catalog;
using LlmRec.Workbench.Catalog.Importing;
using LlmRec.Workbench.Security;

namespace LlmRec.Workbench.Tests.Catalog;

public sealed class CategoryRejectionTests : IAsyncDisposable
{
    private const string Header = "id\tparent_id\tname\n";

    private readonly ImportFixture _files = new();

    public ValueTask DisposeAsync() => _files.DisposeAsync();

    [Theory]
    [InlineData("a\t\tA\n\t\tB\n", 3, FindingCode.EmptyId)]
    [InlineData("a\t\tA\nb\ta\t \n", 3, FindingCode.EmptyName)]
    [InlineData("a\t\tA\nb\t\tB\na\t\tC\n", 4, FindingCode.DuplicateId)]
    [InlineData("a\t\tA\nb\tghost\tB\n", 3, FindingCode.MissingParent)]
    [InlineData("a\t\tA\nb\tb\tB\n", 3, FindingCode.Cycle)]
    [InlineData("a\t\tA\nb\t\tB\u0007\n", 3, FindingCode.ControlCharacter)]
    [InlineData("a\t\tA\nb\t\tB\tx\n", 3, FindingCode.TooManyCells)]
    public async Task ImportAsync_BadLine_SaysWhichAndWhy(string rows, int line, FindingCode code)
    {
        var report = await _files.CategoriesAsync(Header + rows);

        var finding = report.Rejections.Listed.ShouldHaveSingleItem();
        (finding.Line, finding.Code).ShouldBe((line, code));
        finding.Message.ShouldNotContain("{0}");
        report.Committed.ShouldBeFalse();
        (await _files.TreeAsync()).All.ShouldBeEmpty();
    }

    [Fact]
    public async Task ImportAsync_ManyFaults_ReportsAllOfThem()
    {
        var report = await _files.CategoriesAsync(Header + "a\tc\tA\nb\ta\tB\nc\tb\tC\nd\ta\tD\ne\tnone\tE\ne\t\tE\nf\t\t\n");

        report.Rejections.Listed.Select(f => (f.Line, f.Code)).ShouldBe(
        [
            (2, FindingCode.Cycle), (3, FindingCode.Cycle), (4, FindingCode.Cycle), (6, FindingCode.MissingParent), (7, FindingCode.DuplicateId),
            (8, FindingCode.EmptyName),
        ]);
        report.Rejections.Listed[0].Message.ShouldBe("The category is its own ancestor: a → c → b → a");
    }

    [Fact]
    public async Task ImportAsync_BrokenUtf8_NamesEachLine()
    {
        byte[] content = [.. Encoding.UTF8.GetBytes(Header + "a\t\t女装\nb\t\t"), 0xE5, 0xA5, .. "\nc\t\t男装\n"u8];

        var report = await _files.ImportAsync(ImportKinds.Categories, content);

        report.Encoding.ShouldBe("UTF-8");
        var finding = report.Rejections.Listed.ShouldHaveSingleItem();
        (finding.Line, finding.Code).ShouldBe((3, FindingCode.BrokenEncoding));
    }

    [Theory]
    [InlineData("", FindingCode.NoRows)]
    [InlineData("id\tparent_id\tname\n", FindingCode.NoRows)]
    [InlineData("who\twhat\nx\ty\n", FindingCode.NoColumn)]
    [InlineData("id\tparent_id\n1\t\n", FindingCode.NoNameColumn)]
    [InlineData("{\"id\":1,\"name\":\"a\"}\n[1]\n{\"id\":\n", FindingCode.BadJson)]
    [InlineData("{\"id\":\"\\ud800\",\"name\":\"a\"}", FindingCode.BadJson)]
    [InlineData("1 - A\nno number\n2 - B\n", FindingCode.NotTaxonomy)]
    [InlineData("1 - A\n2 - B > C\n", FindingCode.MissingParent)]
    [InlineData("id,name\n1,\"open\n2,x\n", FindingCode.BadQuotes)]
    public async Task ImportAsync_BadFile_SaysWhy(string text, FindingCode code)
    {
        var report = await _files.CategoriesAsync(text);

        report.Rejections.Listed.Select(f => f.Code).ShouldContain(code);
        report.Committed.ShouldBeFalse();
    }

    [Fact]
    public async Task ImportAsync_CellOverSeveralLines_CountsLinesOfTheFile()
    {
        var report = await _files.CategoriesAsync("id,name,parent\n1,\"two\nlines\",\n\n2,,1\n");

        report.Rejections.Listed.ShouldHaveSingleItem().ShouldSatisfyAllConditions(f => f.Line.ShouldBe(5), f => f.Code.ShouldBe(FindingCode.EmptyName));
    }

    [Fact]
    public async Task ImportAsync_MoreRejectionsThanListed_CountsAll()
    {
        var rows = string.Concat(Enumerable.Range(0, 1500).Select(i => $"{i}\tghost\tN\n"));

        var report = await _files.CategoriesAsync(Header + rows);

        report.Rejections.Count.ShouldBe(1500);
        report.Rejections.Listed.Count.ShouldBe(ImportLimits.MaxListed);
        report.Rejections.Listed[^1].Line.ShouldBe(ImportLimits.MaxListed + 1);
    }

    [Fact]
    public async Task ImportAsync_ChainAsLongAsTheFile_IsTooDeepButNotSlow()
    {
        var rows = string.Concat(Enumerable.Range(1, 50_000).Select(i => $"{i}\t{(i == 1 ? "" : i - 1)}\tN\n"));

        var report = await _files.CategoriesAsync(Header + rows);

        report.Rejections.Listed.ShouldHaveSingleItem().Code.ShouldBe(FindingCode.TooDeep);
    }

    [Fact]
    public async Task ImportAsync_FileMissing_SaysSo()
    {
        var database = await _files.DatabaseAsync();
        var request = new ImportRequest(ImportKinds.Categories, Path.Combine(database.Folder, "nothing.tsv"), "nothing.tsv");

        var report = await database.Get<CatalogImporter>().PreviewAsync(request);

        report.Rejections.Listed.ShouldHaveSingleItem().Code.ShouldBe(FindingCode.Unreadable);
    }

    [Fact]
    public async Task ImportAsync_Viewer_IsRefused()
    {
        var sut = (await _files.DatabaseAsync()).Get<CatalogImporter>();
        var viewer = new Caller("vera", new HashSet<string> { Roles.Viewer });

        await Should.ThrowAsync<AccessDeniedException>(() => sut.ImportAsync(viewer, new ImportRequest(ImportKinds.Categories, "x", "x")));
    }
}
