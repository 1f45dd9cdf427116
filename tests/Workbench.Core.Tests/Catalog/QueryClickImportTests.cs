using LlmRec.Workbench.Catalog.Importing;
using Microsoft.EntityFrameworkCore;

namespace LlmRec.Workbench.Tests.Catalog;

public sealed class QueryClickImportTests : IAsyncDisposable
{
    private readonly ImportFixture _files = new();

    public ValueTask DisposeAsync() => _files.DisposeAsync();

    [Theory]
    [InlineData("query\tcategory_id\tclicks\n帆布鞋\t1\t5\n")]
    [InlineData("帆布鞋,1,5\n")]
    [InlineData("{\"query\":\"帆布鞋\",\"category_id\":1,\"clicks\":5}")]
    public async Task ImportAsync_AnyFormat_StoresTheRow(string text)
    {
        await CategoriesAsync();

        var report = await _files.ClicksAsync(text);

        report.Rejections.Listed.ShouldBeEmpty();
        (await StoredAsync()).ShouldBe(["帆布鞋 1 5"]);
    }

    [Fact]
    public async Task ImportAsync_Again_ReplacesAll()
    {
        await CategoriesAsync();
        await _files.ClicksAsync("query,category_id,clicks\na,1,5\nb,1,6\nc,1,7\n");

        var report = await _files.ClicksAsync("query,category_id,clicks\na,1,5\nb,1,9\nd,2,1\n");

        ChangeKind[] kinds = [ChangeKind.Added, ChangeKind.Renamed, ChangeKind.Gone];
        kinds.Select(report.Changes.Count).ShouldBe([1, 1, 1]);
        (await StoredAsync()).ShouldBe(["a 1 5", "b 1 9", "d 2 1"]);
    }

    [Theory]
    [InlineData("x,1,-3", FindingCode.BadClicks)]
    [InlineData("x,1,many", FindingCode.BadClicks)]
    [InlineData(",1,3", FindingCode.EmptyQuery)]
    [InlineData("x,nowhere,3", FindingCode.UnknownCategory)]
    [InlineData("good,1,3", FindingCode.DuplicateClick)]
    public async Task ImportAsync_BadRow_IsRejectedAndNothingStored(string row, FindingCode code)
    {
        await CategoriesAsync();

        var report = await _files.ClicksAsync($"query,category_id,clicks\ngood,1,1\n{row}\n");

        var finding = report.Rejections.Listed.ShouldHaveSingleItem();
        (finding.Line, finding.Code).ShouldBe((3, code));
        (await StoredAsync()).ShouldBeEmpty();
    }

    private Task<ImportReport> CategoriesAsync() => _files.CategoriesAsync("id\tparent_id\tname\n1\t\t鞋\n2\t1\t男鞋\n");

    private async Task<List<string>> StoredAsync()
    {
        await using var db = (await _files.DatabaseAsync()).Open();
        return await db.QueryClicks.OrderBy(q => q.Query).Select(q => $"{q.Query} {q.CategoryId} {q.Clicks}").ToListAsync();
    }
}
