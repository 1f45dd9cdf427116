using LlmRec.Workbench.Catalog;
using LlmRec.Workbench.Catalog.Importing;
using LlmRec.Workbench.Storage;
using Microsoft.EntityFrameworkCore;

namespace LlmRec.Workbench.Tests.Catalog;

public sealed class ParquetImportTests : IAsyncDisposable
{
    private readonly ImportFixture _files = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public ValueTask DisposeAsync() => _files.DisposeAsync();

    [Theory]
    [InlineData("SELECT 7 AS id, '裙' AS title, {'品牌': 'Nike', '码': 42} AS attributes", "{\"品牌\":\"Nike\",\"码\":42}")]
    [InlineData("SELECT '7' AS id, '裙' AS title, MAP {'品牌': 'Nike'} AS attributes", "{\"品牌\":\"Nike\"}")]
    [InlineData("SELECT '7' AS id, '裙' AS title, '{\"品牌\": \"Nike\"}' AS attributes", "{\"品牌\":\"Nike\"}")]
    [InlineData("SELECT '7' AS id, '裙' AS Title, 'Nike' AS 品牌, 42 AS 码, NULL::VARCHAR AS 色", "{\"品牌\":\"Nike\",\"码\":\"42\"}")]
    [InlineData("SELECT '7' AS id, encode('裙') AS title", "{}")]
    public async Task ImportAsync_AnyShapeOfAttributes_StoresTheProduct(string select, string attributes)
    {
        var report = await ImportAsync(select);

        (report.Format, report.Total, report.Rejections.Count).ShouldBe((ImportFormat.Parquet, 1, 0));
        var item = (await ItemsAsync()).ShouldHaveSingleItem();
        (item.Id, item.Title, item.Attributes).ShouldBe(("7", "裙", attributes));
    }

    [Fact]
    public async Task ImportAsync_BadRows_AreRejectedWithTheirNumber()
    {
        var report = await ImportAsync("SELECT * FROM (VALUES ('1', '裙', [1]), ('2', '', NULL), ('1', '鞋', NULL)) AS t(id, title, attributes)");

        report.Rejections.Listed.Select(f => (f.Line, f.Code)).ShouldBe(
            [(1, FindingCode.BadAttributes), (2, FindingCode.EmptyTitle), (3, FindingCode.DuplicateId)]);
        (await ItemsAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task ImportAsync_NoTitleColumn_NamesTheColumnsFound() =>
        (await ImportAsync("SELECT 1 AS id, 'x' AS brand")).Rejections.Listed.ShouldHaveSingleItem().Message
            .ShouldBe("There is no column 'title'. The first line must name the columns; found: id, brand.");

    [Theory]
    [InlineData(0.5)]
    [InlineData(0.01)]
    public async Task ImportAsync_CutOff_IsRejectedAndStoresNothing(double share)
    {
        var whole = await WriteAsync("SELECT i::VARCHAR AS id, 'title ' || i AS title FROM range(5000) AS r(i)");

        var report = await _files.ImportAsync(ImportKinds.Items, whole[..(int)(whole.Length * share)]);

        report.Rejections.Listed.ShouldHaveSingleItem().Code.ShouldBe(FindingCode.BadParquet);
        (await ItemsAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task ImportAsync_DamagedInTheMiddle_IsRejectedOrBroken()
    {
        var file = await WriteAsync("SELECT i::VARCHAR AS id, md5(i::VARCHAR) AS title FROM range(5000) AS r(i)");
        Array.Fill(file, (byte)0xFF, 500, 4000);

        var report = await _files.ImportAsync(ImportKinds.Items, file);

        report.CanCommit.ShouldBeFalse();
        (await ItemsAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task ImportAsync_Again_IsUnchangedWhateverTheFormat()
    {
        await _files.ItemsAsync("title,品牌\n裙,Nike\n");

        var report = await ImportAsync("SELECT '裙' AS title, MAP {'品牌': 'Nike'} AS attributes");

        Enum.GetValues<ChangeKind>().Sum(report.Changes.Count).ShouldBe(0);
    }

    [Fact]
    public async Task ImportAsync_Categories_ReadParquetToo()
    {
        var file = await WriteAsync("SELECT * FROM (VALUES ('1', NULL, '鞋'), ('2', '1', '男鞋')) AS t(id, parent_id, name)");

        await _files.ImportAsync(ImportKinds.Categories, file);

        (await _files.TreeAsync()).Find("2")!.Path.ShouldBe("鞋 > 男鞋");
    }

    [Theory]
    [InlineData("it's [1].parquet")]
    [InlineData("all*.parquet")]
    public async Task ImportAsync_OddFileName_ReadsJustThatFile(string name)
    {
        var database = await _files.DatabaseAsync();
        var path = Path.Combine(database.Folder, name);
        await File.WriteAllBytesAsync(path, await WriteAsync("SELECT '1' AS id, '裙' AS title"), Token);
        await File.WriteAllBytesAsync(Path.Combine(database.Folder, "all others.parquet"), await WriteAsync("SELECT '2' AS id, '鞋' AS title"), Token);

        var report = await database.Get<CatalogImporter>().ImportAsync(ImportFixture.Admin, new ImportRequest(ImportKinds.Items, path, name), cancellationToken: Token);

        (report.Total, report.Rejections.Count).ShouldBe((1, 0));
        (await ItemsAsync()).ShouldHaveSingleItem().Title.ShouldBe("裙");
    }

    private async Task<ImportReport> ImportAsync(string select) => await _files.ImportAsync(ImportKinds.Items, await WriteAsync(select));

    private static async Task<byte[]> WriteAsync(string select)
    {
        var path = Path.GetTempFileName();
        try
        {
            using (var duck = DuckDb.Open())
            {
                DuckDb.Execute(duck, $"COPY ({select}) TO {DuckDb.Literal(path)} (FORMAT parquet)");
            }

            return await File.ReadAllBytesAsync(path, Token);
        }
        finally
        {
            File.Delete(path);
        }
    }

    private async Task<IReadOnlyList<Item>> ItemsAsync()
    {
        await using var db = (await _files.DatabaseAsync()).Open();
        return await db.Items.OrderBy(i => i.Id).ToListAsync(Token);
    }
}
