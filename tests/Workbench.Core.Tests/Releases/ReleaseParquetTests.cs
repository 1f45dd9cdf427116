using LlmRec.Workbench.Storage;

namespace LlmRec.Workbench.Tests.Releases;

public sealed class ReleaseParquetTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Create_PairsParquet_HoldsTheSameRowsWithTypes()
    {
        await using var scene = await ReleaseScene.CreateAsync();
        await scene.ApproveAsync("shirt", "belt", "皮带");
        await scene.ApproveAsync("pants", "belt", "皮带 \"宽\"\u2028", score: 0.1);
        await scene.CreateReleaseAsync();

        var file = scene.FileOf(1, "pairs.parquet");

        Read(file, "source_id || ' ' || score || ' ' || rank || ' ' || mentions[1] || ' ' || epoch(approved_at)::BIGINT").ShouldBe(
            [$"pants 0.1 1 皮带 \"宽\"\u2028 {scene.Database.Time.GetUtcNow().AddMinutes(2).ToUnixTimeSeconds()}", $"shirt 0.9 1 皮带 {scene.Database.Time.GetUtcNow().AddMinutes(1).ToUnixTimeSeconds()}"]);
        Read(file, "typeof(score) || ' ' || typeof(rank) || ' ' || typeof(mentions) || ' ' || typeof(approved_at)")[0]
            .ShouldBe("DOUBLE INTEGER VARCHAR[] TIMESTAMP WITH TIME ZONE");
    }

    [Fact]
    public async Task Create_TitlesParquet_KeepsNullsAndOrder()
    {
        await using var scene = await ReleaseScene.CreateAsync();
        await scene.ApproveTitleAsync("z", "裤", "这个商品是裤子", edited: "这个商品是休闲裤", category: null, runs: [2, 1]);
        await scene.ApproveTitleAsync("a", "👖", "这个商品是鞋");
        await scene.CreateReleaseAsync();

        Read(scene.FileOf(1, "titles.parquet"), "concat_ws('|', item_id, coalesce(category_id, 'none'), raw_title, title, run_ids::VARCHAR, coalesce(perplexity::VARCHAR, 'none'))")
            .ShouldBe(["a|pants|👖|这个商品是鞋|[1]|120.25", "z|none|裤|这个商品是休闲裤|[1, 2]|none"]);
    }

    [Fact]
    public async Task Create_SameTitles_GiveTheSameBytes()
    {
        await using var scene = await ReleaseScene.CreateAsync();
        for (var i = 0; i < 30; i++)
        {
            await scene.ApproveTitleAsync($"i{i}", $"裤{i}", $"这个商品是裤子{i}");
        }

        await scene.CreateReleaseAsync();
        scene.Database.Time.Advance(TimeSpan.FromHours(1));
        await scene.CreateReleaseAsync();

        var (first, second) = ((await scene.Sut.GetManifestAsync(1, Token))!, (await scene.Sut.GetManifestAsync(2, Token))!);
        second.Files.ShouldBe(first.Files);
        first.Files.Count.ShouldBe(3);
    }

    private static List<string> Read(string file, string expression)
    {
        using var duck = DuckDb.Open();
        using var command = duck.CreateCommand();
        command.CommandText = $"SELECT {expression} FROM read_parquet({DuckDb.Literal(file)})";
        using var reader = command.ExecuteReader();
        var rows = new List<string>();
        while (reader.Read())
        {
            rows.Add(reader.GetString(0));
        }

        return rows;
    }
}
