using LlmRec.Workbench.Prompts;
using LlmRec.Workbench.Runs;
using LlmRec.Workbench.Tests.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace LlmRec.Workbench.Tests.Runs;

public sealed class RunThroughputTests(PostgresServer postgres)
{
    private static readonly DateTimeOffset Start = new(2026, 1, 5, 8, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData(DatabaseKind.Sqlite)]
    [InlineData(DatabaseKind.Postgres)]
    public async Task GetAsync_APauseInTheMiddle_ShowsAsZero(DatabaseKind kind)
    {
        await using var database = await kind.CreateAsync(postgres, services => services.AddSingleton<RunThroughput>());
        await AddRunAsync(database, RunStatus.Completed, 0.5, 0.6, 3.5, 4);

        var slices = await GetAsync(database);

        slices.Select(s => s.PerSecond).ShouldBe([2, 0, 0, 2]);
        slices[3].From.ShouldBe(Start.AddSeconds(3));
    }

    [Fact]
    public async Task GetAsync_ALongRun_CountsEveryItemInAtMostSixtySlices()
    {
        await using var database = await CreateAsync(RunStatus.Paused, [.. Enumerable.Range(1, 300).Select(n => (double)n)]);

        var slices = await GetAsync(database);

        slices.Count.ShouldBe(RunThroughput.MostSlices);
        slices.Sum(s => s.PerSecond * s.Length.TotalSeconds).ShouldBe(300, 0.001);
    }

    [Fact]
    public async Task GetAsync_ARunThatStalls_GoesOnToNow()
    {
        await using var database = await CreateAsync(RunStatus.Running, 1);
        database.Time.SetUtcNow(Start.AddSeconds(10));

        (await GetAsync(database)).Select(s => s.PerSecond).ShouldBe([0, 1, 0, 0, 0, 0, 0, 0, 0, 0]);
    }

    [Fact]
    public async Task GetAsync_NothingAnsweredYet_IsEmpty()
    {
        await using var database = await CreateAsync(RunStatus.Paused);

        (await GetAsync(database)).ShouldBeEmpty();
    }

    private static async Task<IReadOnlyList<ThroughputSlice>> GetAsync(TestDatabase database)
    {
        await using var db = database.Open();
        return await database.Get<RunThroughput>().GetAsync(db.Runs.Single());
    }

    private static async Task<TestDatabase> CreateAsync(RunStatus status, params double[] seconds)
    {
        var database = await TestDatabase.CreateAsync(services => services.AddSingleton<RunThroughput>());
        await AddRunAsync(database, status, seconds);
        return database;
    }

    private static async Task AddRunAsync(TestDatabase database, RunStatus status, params double[] seconds)
    {
        await database.AddAsync(
            new Prompt { Id = 1, Name = "p", Kind = "k", Language = "zh", CreatedAt = Start },
            new PromptVersion { Id = 1, PromptId = 1, Number = 1, Text = "x", Author = "ann", CreatedAt = Start },
            new Run
            {
                Id = 1, Kind = "k", PromptName = "p", PromptVersionNumber = 1, PromptVersionId = 1, ModelProfile = "m", Model = "m", Scope = "all",
                Status = status, ItemCount = seconds.Length, CreatedBy = "ann", CreatedAt = Start, StartedAt = Start,
            });
        await database.AddAsync([.. seconds.Select((at, index) => new RunItem
        {
            RunId = 1, Position = index, SubjectId = $"c{index}", SubjectName = "休闲裤", Outcome = ItemOutcome.Succeeded, FinishedAt = Start.AddSeconds(at),
        })]);
    }
}
