using LlmRec.LlmSimulator;
using LlmRec.Workbench.Models;
using LlmRec.Workbench.Security;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.DependencyInjection;

namespace LlmRec.Workbench.Tests.Models;

/// <summary>A simulator and a profile "sim" that asks it, over real HTTP, with tiny waits.</summary>
public sealed class ModelScene : IAsyncDisposable
{
    public const string Key = "sk-secret-of-the-scene";
    public static readonly Caller Ana = Caller.SingleUser("ana");

    private ModelScene(SimulatorServer simulator, TestDatabase database) => (Simulator, Database) = (simulator, database);

    public SimulatorServer Simulator { get; }
    public TestDatabase Database { get; }
    public IChatClient Client => Profiles.GetChatClient("sim");
    public ModelProfiles Profiles => Database.Get<ModelProfiles>();

    /// <param name="kind">Speaks to the simulator the Azure way or the plain way.</param>
    /// <param name="settings">Settings of the profile that differ.</param>
    /// <param name="time">Null for real time.</param>
    public static async Task<ModelScene> CreateAsync(
        string kind = ModelKinds.OpenAICompatible, Dictionary<string, string?>? settings = null, SimulatorOptions? simulator = null, TimeProvider? time = null)
    {
        var server = await SimulatorServer.StartAsync(simulator);
        var profile = new Dictionary<string, string?>
        {
            ["Kind"] = kind,
            ["Endpoint"] = (kind == ModelKinds.AzureOpenAI ? server.AzureEndpoint : server.Endpoint).AbsoluteUri,
            ["Model"] = "test-model",
            ["ApiKey"] = Key,
            ["RetryDelaySeconds"] = "0.01",
            ["TimeoutSeconds"] = "5",
            ["MaxAttempts"] = "3",
        };
        foreach (var (name, value) in settings ?? [])
        {
            profile[name] = value;
        }

        var database = await TestDatabase.CreateAsync(
            services => services.AddModels().AddSingleton(time ?? TimeProvider.System),
            settings: profile.ToDictionary(s => $"Models:Profiles:sim:{s.Key}", s => s.Value));
        return new ModelScene(server, database);
    }

    public Task<ChatResponse> AskAsync(string prompt = "裤子配什么？", ChatOptions? options = null, CancellationToken cancellationToken = default) =>
        Client.GetResponseAsync([new ChatMessage(ChatRole.System, "你是导购。"), new ChatMessage(ChatRole.User, prompt)], options, cancellationToken);

    public Task<ModelCallException> FailAsync() => Should.ThrowAsync<ModelCallException>(() => AskAsync());

    public async ValueTask DisposeAsync()
    {
        await Database.DisposeAsync();
        await Simulator.DisposeAsync();
    }
}
