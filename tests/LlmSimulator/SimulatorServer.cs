using System.Net;

namespace LlmRec.LlmSimulator;

/// <summary>An OpenAI-compatible server on the loopback address that answers predictably and fails on demand.</summary>
public sealed class SimulatorServer : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly FaultScript _script;
    private readonly RequestLog _log;
    private readonly EmbeddingsEndpoint _embeddings;

    private SimulatorServer(WebApplication app, FaultScript script, RequestLog log, EmbeddingsEndpoint embeddings)
    {
        (_app, _script, _log, _embeddings) = (app, script, log, embeddings);
        AzureEndpoint = new Uri(app.Urls.First());
        Endpoint = new Uri(AzureEndpoint, "v1");
    }

    /// <summary>Base URL for OpenAI clients (ends in <c>/v1</c>).</summary>
    public Uri Endpoint { get; }

    /// <summary>Resource URL for Azure OpenAI clients.</summary>
    public Uri AzureEndpoint { get; }

    /// <summary>Chat requests received so far, the refused ones too.</summary>
    public long RequestCount => _log.Total;

    /// <summary>Most chat requests that were under way at once.</summary>
    public int PeakConcurrency => _log.Peak;

    /// <summary>The newest chat requests, oldest first (as many as <see cref="SimulatorOptions.KeepRequests"/>).</summary>
    public IReadOnlyList<SimulatedRequest> Requests => _log.Newest;

    /// <summary>How often each prompt (last user message) was received.</summary>
    public IReadOnlyDictionary<string, int> CountsByPrompt => _log.ByPrompt;

    /// <summary>Embedding requests received so far, the refused ones too.</summary>
    public long EmbeddingRequestCount => _embeddings.Requests;

    /// <summary>How often each text was embedded.</summary>
    public IReadOnlyDictionary<string, int> EmbeddingCounts => _embeddings.Counts;

    public static async Task<SimulatorServer> StartAsync(SimulatorOptions? options = null, CancellationToken cancellationToken = default)
    {
        options ??= new SimulatorOptions();
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, options.Port));
        builder.Services.AddRoutingCore();
        builder.Services.Configure<HostOptions>(host => host.ShutdownTimeout = TimeSpan.Zero);
        var app = builder.Build();
        var (script, log) = (new FaultScript(options), new RequestLog(options.KeepRequests));
        var embeddings = new EmbeddingsEndpoint(options);
        Map(app, new ChatEndpoint(options, script, log, TimeProvider.System), embeddings, new InfoEndpoints(options, log));
        app.MapPost("/v1/completions", new CompletionsEndpoint(options, script, log, TimeProvider.System).HandleAsync);
        await app.StartAsync(cancellationToken);
        return new SimulatorServer(app, script, log, embeddings);
    }

    /// <summary>The next chat requests meet these, in this order, one each.</summary>
    public void Enqueue(params IEnumerable<Fault> faults) => _script.Enqueue(faults);

    /// <summary>Chat requests that satisfy <paramref name="when"/> meet <paramref name="fault"/>, so many times.</summary>
    public void When(Func<SimulatedRequest, bool> when, Fault fault, int times = int.MaxValue) => _script.Add(when, fault, times);

    /// <summary>The next embedding requests meet these (garbage, or faults in which nothing is answered at all), in this order, one each.</summary>
    public void EnqueueEmbedding(params IEnumerable<Fault> faults) => _embeddings.Enqueue(faults);

    /// <summary>Embedding requests whose texts satisfy <paramref name="when"/> meet <paramref name="fault"/> until another such call replaces this one; null for none.</summary>
    public void WhenEmbedding(Func<IReadOnlyList<string>, bool>? when, Fault fault) => _embeddings.SetRule(when, fault);

    public Task WaitForShutdownAsync(CancellationToken cancellationToken) => _app.WaitForShutdownAsync(cancellationToken);

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private static void Map(WebApplication app, ChatEndpoint chat, EmbeddingsEndpoint embeddings, InfoEndpoints info)
    {
        app.MapPost("/v1/chat/completions", chat.HandleAsync);
        app.MapPost("/openai/deployments/{deployment}/chat/completions", chat.HandleAsync);
        app.MapPost("/v1/embeddings", embeddings.HandleAsync);
        app.MapPost("/openai/deployments/{deployment}/embeddings", embeddings.HandleAsync);
        app.MapGet("/v1/models", info.ListModelsAsync);
        app.MapGet("/simulator/requests", info.ShowStatisticsAsync);
    }
}
