using LlmRec.LlmSimulator;
using LlmRec.Workbench.Catalog;
using LlmRec.Workbench.Embeddings;
using LlmRec.Workbench.Models;
using LlmRec.Workbench.Security;
using LlmRec.Workbench.Storage;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.DependencyInjection;

namespace LlmRec.Workbench.Tests.Embeddings;

/// <summary>A simulator, an embedding profile "sim" that asks it over real HTTP with tiny waits, and a database with some items.</summary>
internal sealed class EmbeddingScene : IAsyncDisposable
{
    public const string Key = "sk-secret-of-the-scene";
    public const string Prefix = "Models:Embeddings:sim:";
    public static readonly Caller Ana = Caller.SingleUser("ana");

    private EmbeddingScene(SimulatorServer simulator, TestDatabase database) => (Simulator, Database) = (simulator, database);

    public SimulatorServer Simulator { get; }
    public TestDatabase Database { get; }
    public VectorSets Sets => Database.Get<VectorSets>();
    public VectorFolders Folders => Database.Get<VectorFolders>();
    public IEmbeddingGenerator<string, Embedding<float>> Generator => Database.Get<EmbeddingProfiles>().GetGenerator("sim");

    public static async Task<EmbeddingScene> CreateAsync(
        SimulatorOptions? simulator = null, string kind = ModelKinds.OpenAICompatible, Dictionary<string, string?>? settings = null, int items = 0)
    {
        var server = await SimulatorServer.StartAsync(simulator);
        var profile = new Dictionary<string, string?>
        {
            ["Kind"] = kind,
            ["Endpoint"] = (kind == ModelKinds.AzureOpenAI ? server.AzureEndpoint : server.Endpoint).AbsoluteUri,
            ["Model"] = "test-embedder",
            ["ApiKey"] = Key,
            ["RetryDelaySeconds"] = "0.01",
            ["TimeoutSeconds"] = "5",
            ["MaxAttempts"] = "3",
            ["BatchSize"] = "4",
            ["Dimensions"] = "16",
            ["InputPricePerMillion"] = "2",
        };
        foreach (var (name, value) in settings ?? [])
        {
            profile[name] = value;
        }

        var database = await TestDatabase.CreateAsync(
            services => services.AddModels().AddEmbeddings().AddSingleton(TimeProvider.System), settings: profile.ToDictionary(s => Prefix + s.Key, s => s.Value));
        await database.AddAsync([.. Enumerable.Range(0, items).Select(ItemOf)]);
        return new EmbeddingScene(server, database);
    }

    /// <summary>Orders a set and makes it in this process.</summary>
    public async Task<VectorSet> MakeAsync(VectorRequest request, CancellationToken cancellationToken = default)
    {
        var set = await Sets.CreateAsync(Ana, request, cancellationToken);
        await Database.Get<VectorBuilder>().ExecuteAsync(set.Number, cancellationToken);
        return (await Sets.GetAsync(set.Number, cancellationToken))!;
    }

    public async ValueTask DisposeAsync()
    {
        await Database.DisposeAsync();
        await Simulator.DisposeAsync();
    }

    private static Item ItemOf(int number) => new()
    {
        Id = $"i{number:D4}", CategoryId = "c", Attributes = "{}", Title = $"{Kinds[number % Kinds.Length]}{Things[number / Kinds.Length % Things.Length]} 第{number}款 包邮",
    };

    private static readonly string[] Kinds = ["纯棉", "不锈钢", "加厚", "便携", "儿童", "真皮", "防水"];
    private static readonly string[] Things = ["T恤", "保温杯", "被子", "风扇", "书包", "钱包", "雨衣", "台灯", "拖鞋"];
}
