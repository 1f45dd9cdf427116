using System.Security.Cryptography;
using System.Text.Json;
using DuckDB.NET.Data;
using LlmRec.LlmSimulator;
using LlmRec.Workbench.Embeddings;
using LlmRec.Workbench.Embeddings.Files;
using LlmRec.Workbench.Security;

namespace LlmRec.Workbench.Tests.Embeddings;

public sealed class VectorSetsTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Execute_Whitened_AllFilesSayTheSame()
    {
        await using var sut = await EmbeddingScene.CreateAsync(items: 60);

        var set = await sut.MakeAsync(new VectorRequest(TargetDimensions: 8), Stop);

        (set.Status, set.Error, set.Dimensions, set.Done, set.Total).ShouldBe((VectorSetStatus.Finished, "", 512, 60, 60));
        Directory.GetFiles(sut.Sets.PathOf(1)).Select(Path.GetFileName).ShouldBe(VectorNames.All, ignoreOrder: true);
        var ids = File.ReadLines(sut.Folders.FileOf(1, VectorNames.Ids)!).Select(line => JsonDocument.Parse(line).RootElement.GetProperty("id").GetString()).ToList();
        ids.ShouldBe(Enumerable.Range(0, 60).Select(i => $"i{i:D4}"));
        var rows = ReadRows(sut.Folders.FileOf(1, VectorNames.Vectors)!);
        ReadTable(sut.Folders.FileOf(1, VectorNames.Parquet)!).ShouldBe(ids.Zip(rows).Select(pair => $"{pair.First} {string.Join(' ', pair.Second)}"));
        Rows.Reference(rows, 8).Covariance.Where((_, n) => n / 8 == n % 8).ShouldAllBe(variance => Math.Abs(variance - 1) < 0.01);
    }

    [Fact]
    public async Task Execute_Whitened_ChecksumsAreThoseOfTheFiles()
    {
        await using var sut = await EmbeddingScene.CreateAsync(items: 30);
        await sut.MakeAsync(new VectorRequest(TargetDimensions: 4), Stop);

        var lines = File.ReadAllLines(sut.Folders.FileOf(1, VectorNames.Checksums)!).Select(line => line.Split("  ")).ToList();

        lines.Select(line => line[1]).ShouldBe(VectorNames.All.Where(name => name != VectorNames.Checksums).Order(StringComparer.Ordinal));
        lines.ShouldAllBe(line => Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(Path.Combine(sut.Sets.PathOf(1), line[1])))) == line[0]);
    }

    [Fact]
    public async Task Execute_Endpoint_CountsTokensAndCost()
    {
        await using var sut = await EmbeddingScene.CreateAsync(items: 10);

        var set = await sut.MakeAsync(new VectorRequest(Generator: "sim"), Stop);

        var report = VectorJson.Read(set.Report)!;
        report.Tokens.ShouldBeGreaterThan(0);
        report.Cost.ShouldBe(report.Tokens * 2 / 1_000_000m);
        (report.Rows, report.InputDimensions, report.Dimensions, report.Whitening).ShouldBe((10, 16, 16, null));
        report.Before!.MeanCosine.ShouldBeInRange(-1, 1);
        sut.Folders.FileOf(1, VectorNames.Whitening).ShouldBeNull();
    }

    [Fact]
    public async Task Execute_EndpointFails_SetFailsWithTheReasonAndNoFiles()
    {
        await using var sut = await EmbeddingScene.CreateAsync(items: 3);
        sut.Simulator.EnqueueEmbedding(Fault.Status(401));

        var set = await sut.MakeAsync(new VectorRequest(Generator: "sim"), Stop);

        set.Status.ShouldBe(VectorSetStatus.Failed);
        set.Error.ShouldContain("refused the key (HTTP 401)");
        Directory.GetFileSystemEntries(sut.Folders.Root).ShouldBeEmpty();
    }

    [Fact]
    public async Task Execute_TitlesThatRepeat_KeepsWhatTheySpanAndSaysSo()
    {
        await using var sut = await EmbeddingScene.CreateAsync(new SimulatorOptions { Embed = (text, _) => text.Contains('棉', StringComparison.Ordinal) ? [1, 0, 1, 0] : [0, 1, 1, 0] }, items: 20,
            settings: new() { ["Dimensions"] = null });

        var report = VectorJson.Read((await sut.MakeAsync(new VectorRequest(Generator: "sim", TargetDimensions: 3), Stop)).Report)!;

        (report.AskedDimensions, report.Dimensions).ShouldBe((3, 1));
    }

    [Fact]
    public async Task Cancel_BeforeItIsDone_NothingIsKept()
    {
        using var answer = new ManualResetEventSlim();
        await using var sut = await EmbeddingScene.CreateAsync(new SimulatorOptions { Embed = (_, length) => answer.Wait(10_000) ? new float[length] : [] }, items: 12);
        var set = await sut.Sets.CreateAsync(EmbeddingScene.Ana, new VectorRequest(Generator: "sim"), Stop);
        var work = sut.Database.Get<VectorBuilder>().ExecuteAsync(set.Number, Stop);
        await Eventually(() => sut.Simulator.EmbeddingRequestCount > 0);

        (await sut.Sets.CancelAsync(EmbeddingScene.Ana, set.Number, Stop)).ShouldBeTrue();
        answer.Set();

        await work;
        (await sut.Sets.GetAsync(set.Number, Stop))!.Status.ShouldBe(VectorSetStatus.Cancelled);
        Directory.GetFileSystemEntries(sut.Folders.Root).ShouldBeEmpty();
    }

    [Fact]
    public async Task Execute_ProcessAskedToEnd_SetWaitsForTheNextStart()
    {
        await using var sut = await EmbeddingScene.CreateAsync(items: 12);
        var set = await sut.Sets.CreateAsync(EmbeddingScene.Ana, new VectorRequest(), Stop);

        await Should.ThrowAsync<OperationCanceledException>(() => sut.Database.Get<VectorBuilder>().ExecuteAsync(set.Number, new CancellationToken(true)));

        (await sut.Database.Get<VectorRecovery>().RecoverAsync(Stop)).ShouldBe([set.Number]);
        await sut.Database.Get<VectorBuilder>().ExecuteAsync(set.Number, Stop);
        (await sut.Sets.GetAsync(set.Number, Stop))!.Status.ShouldBe(VectorSetStatus.Finished);
    }

    [Fact]
    public async Task Recover_HalfWrittenSetOfADeadProcess_IsAbandonedAndClearedAway()
    {
        await using var sut = await EmbeddingScene.CreateAsync(items: 2);
        await sut.Database.AddAsync(new VectorSet { Number = 7, Text = "raw", Generator = "lexical", Status = VectorSetStatus.Running, CreatedBy = "ana" });
        File.WriteAllText(Path.Combine(sut.Folders.CreateTemp(7), "raw.npy"), "half");

        (await sut.Database.Get<VectorRecovery>().RecoverAsync(Stop)).ShouldBeEmpty();

        (await sut.Sets.GetAsync(7, Stop))!.Status.ShouldBe(VectorSetStatus.Abandoned);
        Directory.GetDirectories(sut.Folders.Root).ShouldBeEmpty();
        (await sut.Sets.CreateAsync(EmbeddingScene.Ana, new VectorRequest(), Stop)).Number.ShouldBe(8);
    }

    [Fact]
    public async Task Recover_SetThatAnotherProcessMakes_IsLeftAlone()
    {
        await using var sut = await EmbeddingScene.CreateAsync(items: 2);
        await sut.Database.AddAsync(new VectorSet { Number = 7, Text = "raw", Generator = "lexical", Status = VectorSetStatus.Running, CreatedBy = "ana" });
        using var held = sut.Folders.TryLock(7);

        await sut.Database.Get<VectorRecovery>().RecoverAsync(Stop);

        (await sut.Sets.GetAsync(7, Stop))!.Status.ShouldBe(VectorSetStatus.Running);
    }

    [Fact]
    public async Task Project_NewTitles_LieWhereTheSetsOwnTitlesLie()
    {
        await using var sut = await EmbeddingScene.CreateAsync(items: 40);
        await sut.MakeAsync(new VectorRequest(TargetDimensions: 6), Stop);
        var titles = File.ReadLines(sut.Folders.FileOf(1, VectorNames.Ids)!).Select(line => JsonDocument.Parse(line).RootElement.GetProperty("text").GetString()!).Take(5);
        var file = Path.Combine(sut.Database.Folder, "new.npy");

        (await sut.Database.Get<VectorProjector>().ProjectAsync(1, titles.ToAsyncEnumerable(), file, Stop)).ShouldBe(5);

        ReadRows(file).ShouldBe(ReadRows(sut.Folders.FileOf(1, VectorNames.Vectors)!)[..5]);
    }

    [Fact]
    public async Task Project_SetThatIsNotThere_SaysSo()
    {
        await using var sut = await EmbeddingScene.CreateAsync();

        (await Should.ThrowAsync<EmbeddingException>(() => sut.Database.Get<VectorProjector>().ProjectAsync(3, AsyncEnumerable.Empty<string>(), "x.npy", Stop)))
            .Message.ShouldBe("There is no vector set 3. 'vectors list' shows those that exist.");
    }

    [Theory]
    [InlineData("raw", 30, "30 dimensions cannot be kept: 30 texts with the generator 'lexical' allow 1 to 29.")]
    [InlineData("raw", 0, "0 dimensions cannot be kept")]
    [InlineData("normalised", 3, "No title is normalised yet.")]
    [InlineData("title", 3, "'title' is no text of an item. Choose raw or normalised or approved.")]
    public async Task Create_Impossible_SaysWhyBeforeAnythingIsPaid(string text, int dimensions, string message)
    {
        await using var sut = await EmbeddingScene.CreateAsync(items: 30);

        (await Should.ThrowAsync<EmbeddingException>(() => sut.Sets.CreateAsync(EmbeddingScene.Ana, new VectorRequest(text, TargetDimensions: dimensions), Stop))).Message.ShouldStartWith(message);

        (await sut.Sets.ListAsync(Stop)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Create_WithoutThePolicy_IsDenied()
    {
        await using var sut = await EmbeddingScene.CreateAsync(items: 2);
        var viewer = new Caller("guest", new HashSet<string> { Roles.Viewer });

        await Should.ThrowAsync<AccessDeniedException>(() => sut.Sets.CreateAsync(viewer, new VectorRequest(), Stop));
        await Should.ThrowAsync<AccessDeniedException>(() => sut.Sets.CancelAsync(viewer, 1, Stop));
    }

    [Theory]
    [InlineData("lexical", 0)]
    [InlineData("sim", 1)]
    public async Task Estimate_Items_CountsRowsTokensAndCost(string generator, int least)
    {
        await using var sut = await EmbeddingScene.CreateAsync(items: 25);

        var estimate = await sut.Sets.EstimateAsync(new VectorRequest(Generator: generator, TargetDimensions: 8), Stop);

        (estimate.Rows, estimate.Bytes).ShouldBe((25, 25 * 8 * 4));
        estimate.Tokens.ShouldBeGreaterThanOrEqualTo(least * 100);
        estimate.Cost.ShouldBe(estimate.Tokens * 2 / 1_000_000m);
    }

    [Theory]
    [InlineData("../workbench.db")]
    [InlineData("/etc/passwd")]
    [InlineData("raw.npy")]
    public async Task FindFile_NameThatNoSetHas_IsNull(string name)
    {
        await using var sut = await EmbeddingScene.CreateAsync(items: 5);
        await sut.MakeAsync(new VectorRequest(), Stop);

        (await sut.Sets.FindFileAsync(1, name, Stop)).ShouldBeNull();
        (await sut.Sets.FindFileAsync(1, VectorNames.Vectors, Stop)).ShouldNotBeNull();
    }

    internal static float[][] ReadRows(string path)
    {
        using var reader = NpyReader.Open(path);
        var values = new float[reader.Rows * reader.Columns];
        reader.Read(values).ShouldBe((int)reader.Rows);
        return [.. values.Chunk(reader.Columns)];
    }

    private static List<string> ReadTable(string path)
    {
        using var connection = new DuckDBConnection("Data Source=:memory:");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = $"SELECT id, vector FROM read_parquet('{path}')";
        using var reader = command.ExecuteReader();
        var rows = new List<string>();
        while (reader.Read())
        {
            rows.Add($"{reader.GetString(0)} {string.Join(' ', reader.GetFieldValue<List<float>>(1))}");
        }

        return rows;
    }

    private static async Task Eventually(Func<bool> condition)
    {
        while (!condition())
        {
            await Task.Delay(20, Stop);
        }
    }
}
