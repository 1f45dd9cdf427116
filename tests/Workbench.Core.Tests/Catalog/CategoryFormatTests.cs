using System.Text;
using LlmRec.Workbench.Catalog;
using LlmRec.Workbench.Catalog.Importing;

namespace LlmRec.Workbench.Tests.Catalog;

public sealed class CategoryFormatTests : IAsyncDisposable
{
    private readonly ImportFixture _files = new();

    public ValueTask DisposeAsync() => _files.DisposeAsync();

    [Theory]
    [InlineData("# Google_Product_Taxonomy_Version: 2021\n1 - 鞋\n2 - 鞋 > 男鞋\n3 - 鞋 > 男鞋 > 帆布鞋\n", ImportFormat.TaxonomyText)]
    [InlineData("id\tparent_id\tname\n1\t\t鞋\n2\t1\t男鞋\n3\t2\t帆布鞋\n", ImportFormat.Tsv)]
    [InlineData("id,name,parent\r\n1,鞋,0\r\n2,\"男鞋\",1\r\n3,帆布鞋,2\r\n", ImportFormat.Csv)]
    [InlineData("类目ID;上级;类目名称\n1;;鞋\n2;1;男鞋\n3;2;帆布鞋", ImportFormat.Csv)]
    [InlineData("{\"id\":1,\"name\":\"鞋\"}\n\n{\"id\":2,\"parent_id\":1,\"name\":\"男鞋\"}\n{\"id\":\"3\",\"parent_id\":\"2\",\"name\":\"帆布鞋\"}", ImportFormat.JsonLines)]
    [InlineData("1\t鞋\n2\t鞋 > 男鞋\n3\t鞋 > 男鞋 > 帆布鞋\n", ImportFormat.Tsv)]
    [InlineData("1,鞋\n2,鞋 > 男鞋\n3,鞋 > 男鞋 > 帆布鞋\n", ImportFormat.Csv)]
    [InlineData("path,id\n鞋,1\n鞋 > 男鞋,2\n鞋 > 男鞋 > 帆布鞋,3\n", ImportFormat.Csv)]
    public async Task ImportAsync_AnyFormat_GivesTheSameTree(string text, ImportFormat format)
    {
        var report = await _files.CategoriesAsync(text);

        report.Rejections.Listed.ShouldBeEmpty();
        report.Format.ShouldBe(format);
        (report.Committed, report.Total).ShouldBe((true, 3));
        var tree = await _files.TreeAsync();
        tree.All.Select(c => (c.Id, c.ParentId, c.Path, c.Depth, c.IsLeaf)).ShouldBe(
            [("1", null, "鞋", 1, false), ("2", "1", "鞋 > 男鞋", 2, false), ("3", "2", "鞋 > 男鞋 > 帆布鞋", 3, true)]);
    }

    [Fact]
    public async Task ImportAsync_PathsWithoutIds_PathIsTheId()
    {
        var report = await _files.CategoriesAsync("# Version\nApparel & Accessories\nApparel & Accessories > Shoes, Bags\n");

        report.Rejections.Listed.ShouldBeEmpty();
        (await _files.TreeAsync()).Find("Apparel & Accessories > Shoes, Bags")!.Name.ShouldBe("Shoes, Bags");
    }

    [Theory]
    [InlineData("utf-8")]
    [InlineData("utf-16")]
    [InlineData("GB18030")]
    public async Task ImportAsync_AnyEncodingWithMark_ReadsChinese(string name)
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        var encoding = Encoding.GetEncoding(name);
        byte[] content = [.. encoding.GetPreamble(), .. encoding.GetBytes("id\tparent_id\tname\n1\t\t女装\n2\t1\t连衣裙\n")];

        var report = await _files.ImportAsync(ImportKinds.Categories, content);

        report.Rejections.Listed.ShouldBeEmpty();
        report.Encoding.ShouldBe(name, StringCompareShould.IgnoreCase);
        (await _files.TreeAsync()).Find("2")!.Path.ShouldBe("女装 > 连衣裙");
    }

    [Theory]
    [InlineData(null, "中")]
    [InlineData("name_en", "middle")]
    [InlineData("NAME_EN", "middle")]
    public async Task ImportAsync_SeveralNames_TakesTheChosenOrChinese(string? column, string expected)
    {
        var report = await _files.CategoriesAsync("id\tname_en\tname_zh\n1\tmiddle\t中\n", column);

        report.NameColumns.ShouldBe(["name_en", "name_zh"]);
        (await _files.TreeAsync()).Find("1")!.Name.ShouldBe(expected);
    }

    [Fact]
    public async Task ImportAsync_PathLeavesAParentOut_HangsUnderTheNearestWithNotice()
    {
        var report = await _files.CategoriesAsync("1 - 运动\n2 - 运动 > 射箭 > 弓\n");

        report.Notices.Listed.ShouldHaveSingleItem().Code.ShouldBe(FindingCode.ParentNotListed);
        var bow = (await _files.TreeAsync()).Find("2")!;
        (bow.ParentId, bow.Path).ShouldBe(("1", "运动 > 射箭 > 弓"));
    }

    [Theory]
    [InlineData("google.en-US.txt", 5582)]
    [InlineData("google.zh-CN.txt", 4586)]
    [InlineData("shopify.tsv", 10281)]
    public async Task ImportAsync_PublishedTaxonomy_HasNoRejectedLine(string file, int expected)
    {
        var content = await File.ReadAllBytesAsync(SharedData.Find("taxonomy/" + file));

        var report = await _files.ImportAsync(ImportKinds.Categories, content);

        report.Rejections.Listed.ShouldBeEmpty();
        (report.Total, report.Changes.Count(ChangeKind.Added)).ShouldBe((expected, expected));
        (await _files.TreeAsync()).All.Count.ShouldBe(expected);
    }
}
