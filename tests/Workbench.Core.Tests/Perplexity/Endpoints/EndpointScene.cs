using LlmRec.LlmSimulator;
using LlmRec.Workbench.Models;
using LlmRec.Workbench.Perplexity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace LlmRec.Workbench.Tests.Perplexity.Endpoints;

/// <summary>A simulator and a profile "sim" that scores with it, over real HTTP, with tiny waits.</summary>
public sealed class EndpointScene : IAsyncDisposable
{
    public const string Key = "sk-secret-of-the-scene";

    private EndpointScene(SimulatorServer simulator, TestDatabase database) => (Simulator, Database) = (simulator, database);

    public SimulatorServer Simulator { get; }
    public TestDatabase Database { get; }
    public PerplexityScorers Scorers => Database.Get<PerplexityScorers>();

    public static async Task<EndpointScene> CreateAsync(
        string method, LogProbabilityModes modes = LogProbabilityModes.All, params (string Name, string Value)[] settings)
    {
        var server = await SimulatorServer.StartAsync(new SimulatorOptions { LogProbabilities = modes, RequiredKey = Key });
        var profile = new Dictionary<string, string?>
        {
            ["Kind"] = ModelKinds.OpenAICompatible,
            ["Endpoint"] = server.Endpoint.AbsoluteUri,
            ["Model"] = "test-model",
            ["ApiKey"] = Key,
            ["RetryDelaySeconds"] = "0.01",
            ["TimeoutSeconds"] = "5",
            ["MaxAttempts"] = "3",
            ["LogProbabilities"] = method,
        };
        foreach (var (name, value) in settings)
        {
            profile[name] = value;
        }

        var database = await TestDatabase.CreateAsync(
            services => services.AddModels().AddPerplexity().AddSingleton(TimeProvider.System),
            settings: profile.ToDictionary(s => $"Models:Profiles:sim:{s.Key}", s => s.Value));
        return new EndpointScene(server, database);
    }

    public async Task<IPerplexityScorer> GetScorerAsync() => (await Scorers.GetAsync("sim")).ShouldNotBeNull();

    public async Task<TextScore?> ScoreAsync(string text) => (await (await GetScorerAsync()).ScoreAsync([text])).Single();

    public async Task<ModelCallException> FailAsync(string text = "白色的运动鞋")
    {
        var scorer = await GetScorerAsync();
        return await Should.ThrowAsync<ModelCallException>(() => scorer.ScoreAsync([text]));
    }

    public async Task<int> CountStoredAsync()
    {
        await using var db = Database.Open();
        return await db.TextScores.CountAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await Database.DisposeAsync();
        await Simulator.DisposeAsync();
    }
}
