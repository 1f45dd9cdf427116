using System.Text;
using CsCheck;
using LlmRec.Workbench.Catalog;
using LlmRec.Workbench.Catalog.Importing;

namespace LlmRec.Workbench.Tests.Catalog;

public sealed class ImportPropertyTests : IAsyncDisposable
{
    private static readonly Gen<string> Piece = Gen.OneOf(
        "id", "parent_id", "name", "path", "query", "clicks", "title", "category_id", "attributes", "1", "2", "0", "-1", "a", "女装", "A > B", "A > B > C", " > ", "1 - A",
        "2 - A > B", "\t", "\t", ",", ",", ";", "\n", "\n", "\n", "\r\n", "\r", "\"", "\"\"", "{", "}", "{\"id\":1,\"name\":\"x\"}", "[", "]", ":", "\\ud800", "#", "\0",
        "\uFEFF", "\uFFFD", "\u2028", " ", "　", "99999999999999999999", "=1+1");

    private static readonly Gen<byte[]> Hostile = Gen.OneOf(
        Piece.Array[0, 60].Select(parts => Encoding.UTF8.GetBytes(string.Concat(parts))),
        Piece.Array[0, 60].Select(parts => Encoding.Unicode.GetPreamble().Concat(Encoding.Unicode.GetBytes(string.Concat(parts))).ToArray()),
        Gen.Select(Piece.Array[0, 30], Gen.Byte.Array[0, 20], (parts, bytes) => Encoding.UTF8.GetBytes(string.Concat(parts)).Concat(bytes).ToArray()),
        Gen.Byte.Array[0, 300]);

    private readonly ImportFixture _files = new();

    public ValueTask DisposeAsync() => _files.DisposeAsync();

    [Fact]
    public async Task PreviewAsync_HostileBytes_GivesReasonsAndNeverThrows()
    {
        await _files.CategoriesAsync("id\tparent_id\tname\n1\t\t鞋\n2\t1\t男鞋\n");

        await Gen.Select(Hostile, Gen.OneOf(ImportKinds.All.ToArray())).SampleAsync(
            async (content, kind) =>
            {
                var report = await _files.ImportAsync(kind, content, commit: false);

                report.Rejections.Listed.ShouldAllBe(f => f.Message.Length > 0 && !f.Message.Any(char.IsControl));
                (report.Total > 0 || !report.CanCommit).ShouldBeTrue();
            },
            iter: 500, threads: 1);
    }

    [Fact]
    public async Task ImportAsync_AnyForestInAnyOrder_ComesBackAsItWas()
    {
        var forests = Gen.Int[0, 30].Array[1, 40]
            .Select(parents => parents.Select((p, i) => (Id: $"c{i}", Parent: p < i ? $"c{p}" : null)).ToArray())
            .SelectMany(rows => Gen.Shuffle(rows));

        await forests.SampleAsync(
            async rows =>
            {
                await _files.CategoriesAsync("id\tparent\tname\n" + string.Concat(rows.Select(r => $"{r.Id}\t{r.Parent}\tn-{r.Id}\n")));

                var tree = await _files.TreeAsync();
                tree.All.Select(c => (c.Id, c.ParentId)).ShouldBe(rows);
                tree.All.ShouldAllBe(c => c.IsLeaf == !rows.Any(r => r.Parent == c.Id) && c.Depth == tree.Ancestors(c.Id).Count + 1);
            },
            iter: 30, threads: 1);
    }
}
