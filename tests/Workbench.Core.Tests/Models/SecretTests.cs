using LlmRec.LlmSimulator;
using LlmRec.Workbench.Models;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace LlmRec.Workbench.Tests.Models;

public sealed class SecretTests
{
    [Fact]
    public async Task Message_ServerEchoesTheKey_DoesNotRepeatIt()
    {
        await using var sut = await ModelScene.CreateAsync();
        sut.Simulator.Enqueue(Fault.Status(401, $"Incorrect API key provided: {ModelScene.Key}.\nSee the manual."));

        var error = await sut.FailAsync();

        error.Message.ShouldNotContain(ModelScene.Key);
        error.Message.ShouldEndWith("The server said: Incorrect API key provided: ***. See the manual.");
    }

    [Fact]
    public async Task ToString_Profile_HasNoKey()
    {
        await using var sut = await ModelScene.CreateAsync();

        sut.Profiles.Get("sim").ToString().ShouldNotContain(ModelScene.Key);
        sut.Profiles.Get("sim").Key.Kind.ShouldBe(KeySourceKind.Configuration);
    }

    [Fact]
    public async Task Log_FailingAndHealthyCalls_HasNeitherKeyNorPrompt()
    {
        var log = new ListLogger();
        await using var server = await SimulatorServer.StartAsync();
        await using var database = await TestDatabase.CreateAsync(
            services => services.AddModels().AddSingleton(TimeProvider.System).AddLogging(b => b.SetMinimumLevel(LogLevel.Trace).AddProvider(log)),
            settings: new Dictionary<string, string?>
            {
                ["Models:Profiles:sim:Kind"] = ModelKinds.OpenAICompatible,
                ["Models:Profiles:sim:Endpoint"] = server.Endpoint.AbsoluteUri,
                ["Models:Profiles:sim:Model"] = "m",
                ["Models:Profiles:sim:ApiKey"] = ModelScene.Key,
                ["Models:Profiles:sim:RetryDelaySeconds"] = "0.01",
            });
        server.Enqueue(Fault.Status(500), Fault.Drop);

        await database.Get<ModelProfiles>().GetChatClient("sim").GetResponseAsync([new(Microsoft.Extensions.AI.ChatRole.User, "秘密的提示词")]);

        log.Lines.ShouldContain(l => l.StartsWith("Model profile sim: attempt 1 failed (ServerError)", StringComparison.Ordinal));
        log.Lines.ShouldAllBe(l => !l.Contains(ModelScene.Key) && !l.Contains("秘密"));
    }

    private sealed class ListLogger : ILoggerProvider, ILogger
    {
        private readonly List<string> _lines = [];

        public IReadOnlyList<string> Lines
        {
            get
            {
                lock (_lines)
                {
                    return [.. _lines];
                }
            }
        }

        public ILogger CreateLogger(string categoryName) => this;

        public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            lock (_lines)
            {
                _lines.Add(formatter(state, exception) + exception);
            }
        }

        public void Dispose()
        {
            // Nothing to release.
        }
    }
}
