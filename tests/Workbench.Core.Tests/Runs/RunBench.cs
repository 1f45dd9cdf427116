using System.Collections.Concurrent;
using System.Globalization;
using LlmRec.LlmSimulator;
using LlmRec.Workbench.Behavior;
using LlmRec.Workbench.Complements;
using LlmRec.Workbench.Mapping;
using LlmRec.Workbench.Mapping.Choices;
using LlmRec.Workbench.Models;
using LlmRec.Workbench.Perplexity;
using LlmRec.Workbench.Prompts;
using LlmRec.Workbench.Runs;
using LlmRec.Workbench.Security;
using LlmRec.Workbench.Storage;
using LlmRec.Workbench.Titles;
using LlmRec.Workbench.Titles.Baseline;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace LlmRec.Workbench.Tests.Runs;

/// <summary>The sample catalog, the real pipeline and a simulated model over HTTP; shards run when the test says so.</summary>
internal sealed class RunBench : IAsyncDisposable
{
    private readonly TestDatabase _database;
    private readonly QueuedShards _queue;

    private RunBench(SimulatorServer server, TestDatabase database, QueuedShards queue) => (Server, _database, _queue) = (server, database, queue);

    public static Caller Engineer { get; } = new("lin", new HashSet<string> { Roles.PromptEngineer });

    public SimulatorServer Server { get; }
    public IReadOnlyCollection<(int RunId, int Shard)> Queued => _queue.Shards;

    public static async Task<RunBench> CreateAsync(SimulatorOptions? options = null, int concurrency = 4, decimal price = 0)
    {
        var server = await SimulatorServer.StartAsync(options);
        var queue = new QueuedShards();
        var database = await TestDatabase.CreateAsync(
            services => services.AddSingleton(TimeProvider.System).AddSingleton<IShardQueue>(queue)
                .AddPrompts().AddModels().AddBehavior().AddMapping().AddComplements()
                .AddPerplexity().AddTitleBaseline().AddTitles().AddChoices().AddRuns(),
            sample: true,
            settings: new Dictionary<string, string?>
            {
                ["Models:Default"] = "sim",
                ["Models:Profiles:sim:Kind"] = "openai-compatible",
                ["Models:Profiles:sim:Endpoint"] = server.Endpoint.ToString(),
                ["Models:Profiles:sim:Model"] = "sim-1",
                ["Models:Profiles:sim:MaxAttempts"] = "1",
                ["Models:Profiles:sim:Concurrency"] = concurrency.ToString(CultureInfo.InvariantCulture),
                ["Models:Profiles:sim:OutputPricePerMillion"] = price.ToString(CultureInfo.InvariantCulture),
            });
        await database.Get<PromptService>().SeedAsync();
        return new RunBench(server, database, queue);
    }

    public T Get<T>() where T : notnull => _database.Get<T>();

    public WorkbenchDbContext Open() => _database.Open();

    public Task<Run> StartAsync(int items, decimal? costLimit = null, string kind = ComplementRunKind.KindName) =>
        Get<RunControl>().StartAsync(Engineer, new RunRequest(kind, Limit: items, CostLimit: costLimit));

    /// <summary>Executes every queued shard to its end.</summary>
    public async Task WorkAsync()
    {
        while (_queue.Shards.TryDequeue(out var shard))
        {
            await Get<ShardExecutor>().ExecuteAsync(shard.RunId, shard.Shard, CancellationToken.None);
        }
    }

    public async Task<RunSummary> SummaryAsync(int runId) => (await Get<RunQueries>().GetAsync(runId))!;

    public async Task<List<RunItem>> ItemsAsync(int runId)
    {
        await using var db = Open();
        return await db.RunItems.AsNoTracking().Where(i => i.RunId == runId).OrderBy(i => i.Position).ToListAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await _database.DisposeAsync();
        await Server.DisposeAsync();
    }

    private sealed class QueuedShards : IShardQueue
    {
        public ConcurrentQueue<(int RunId, int Shard)> Shards { get; } = new();

        public void Enqueue(int runId, int shard, TimeSpan delay = default) => Shards.Enqueue((runId, shard));
    }
}
