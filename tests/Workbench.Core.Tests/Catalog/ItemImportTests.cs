using LlmRec.Workbench.Catalog;
using LlmRec.Workbench.Catalog.Importing;

namespace LlmRec.Workbench.Tests.Catalog;

public sealed class ItemImportTests : IAsyncDisposable
{
    private readonly ImportFixture _files = new();

    public ValueTask DisposeAsync() => _files.DisposeAsync();

    [Theory]
    [InlineData("{\"id\":7,\"category_id\":\"2\",\"title\":\"白 帆布鞋\",\"attributes\":{\"颜色\":\"白\"}}\n")]
    [InlineData("id,category,title,颜色\n7,鞋 > 男鞋,白  帆布鞋,白\n")]
    [InlineData("商品id\t类目id\t标题\t属性\n7\t2\t白 帆布鞋\t\"{\"\"颜色\"\":\"\"白\"\"}\"\n")]
    public async Task ImportAsync_AnyFormat_StoresTheProduct(string text)
    {
        await CategoriesAsync();

        var report = await _files.ItemsAsync(text);

        report.Rejections.Listed.ShouldBeEmpty();
        var item = (await ItemsAsync("2")).ShouldHaveSingleItem();
        (item.Id, item.Title, item.Attributes).ShouldBe(("7", "白 帆布鞋", "{\"颜色\":\"白\"}"));
    }

    [Theory]
    [InlineData("7\t9\tt\t", FindingCode.UnknownCategory)]
    [InlineData("\t2\tt\t", FindingCode.EmptyId)]
    [InlineData("7\t2\t\t", FindingCode.EmptyTitle)]
    [InlineData("7\t2\tt\t[1]", FindingCode.BadAttributes)]
    [InlineData("7\t2\tt\t{", FindingCode.BadAttributes)]
    public async Task ImportAsync_BadRow_IsRejected(string row, FindingCode code)
    {
        await CategoriesAsync();

        var report = await _files.ItemsAsync($"id\tcategory_id\ttitle\tattributes\n1\t2\tgood\t\n{row}\n");

        var finding = report.Rejections.Listed.ShouldHaveSingleItem();
        (finding.Line, finding.Code).ShouldBe((3, code));
        (await ItemsAsync("2")).ShouldBeEmpty();
    }

    [Fact]
    public async Task ImportAsync_Again_EditsMovesAndKeepsTheRest()
    {
        await CategoriesAsync();
        await _files.ItemsAsync("id,category_id,title\n1,2,a\n2,2,b\n3,2,c\n");

        var report = await _files.ItemsAsync("id,category_id,title\n1,2,a\n2,1,b2\n9,2,n\n");

        ChangeKind[] kinds = [ChangeKind.Added, ChangeKind.Renamed, ChangeKind.Moved, ChangeKind.Gone];
        kinds.Select(report.Changes.Count).ShouldBe([1, 1, 1, 0]);
        (await ItemsAsync("2")).Select(i => i.Id).ShouldBe(["1", "3", "9"]);
        (await ItemsAsync("1")).ShouldHaveSingleItem().Title.ShouldBe("b2");
    }

    [Fact]
    public async Task ImportAsync_RetiredCategory_IsRejected()
    {
        await CategoriesAsync();
        await _files.CategoriesAsync("id\tparent_id\tname\n1\t\t鞋\n");

        var report = await _files.ItemsAsync("id,category_id,title\n1,2,a\n");

        report.Rejections.Listed.ShouldHaveSingleItem().Code.ShouldBe(FindingCode.RetiredCategory);
    }

    private Task<ImportReport> CategoriesAsync() => _files.CategoriesAsync("id\tparent_id\tname\n1\t\t鞋\n2\t1\t男鞋\n");

    private async Task<IReadOnlyList<Item>> ItemsAsync(string category) =>
        await (await _files.DatabaseAsync()).Get<CatalogService>().GetItemsAsync(category, 0, 10);
}
