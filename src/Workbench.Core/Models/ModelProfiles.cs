using System.Collections.Concurrent;
using LlmRec.Workbench.Models.Calls;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.Options;

namespace LlmRec.Workbench.Models;

/// <summary>The configured models and the one client of each.</summary>
public sealed class ModelProfiles
{
    private readonly ModelsOptions _options;
    private readonly CallPipeline _pipeline;
    private readonly ConcurrentDictionary<string, Lazy<ModelClients>> _clients = new(StringComparer.OrdinalIgnoreCase);

    internal ModelProfiles(IOptions<ModelsOptions> options, CallPipeline pipeline)
    {
        (_options, _pipeline) = (options.Value, pipeline);
        All = [.. _options.Profiles.Select(p => ModelProfile.From(p.Key, p.Value)).OrderBy(p => p.Name, StringComparer.OrdinalIgnoreCase)];
    }

    public IReadOnlyList<ModelProfile> All { get; }

    public ModelProfile Default => Get(_options.Default);

    /// <summary>Throws a <see cref="ModelNotFoundException"/> that lists what exists when there is no such profile.</summary>
    public ModelProfile Get(string name) =>
        All.FirstOrDefault(p => p.Name.Equals(name, StringComparison.OrdinalIgnoreCase))
        ?? throw new ModelNotFoundException($"There is no model profile '{name}'. Configured: {string.Join(", ", All.Select(p => p.Name))}.");

    /// <summary>
    /// The profile's client with its whole pipeline: response cache, limits, telemetry, retries. The same client for everybody; nobody disposes it.
    /// It throws <see cref="ModelCallException"/> when a call failed for good.
    /// </summary>
    public IChatClient GetChatClient(string name) => Open(Get(name)).Full;

    /// <summary>Whether the response cache could answer exactly this, so that asking would cost nothing.</summary>
    public Task<bool> IsCachedAsync(string name, IEnumerable<ChatMessage> messages, ChatOptions options, CancellationToken cancellationToken = default) =>
        GetChatClient(name) is CachedChatClient client ? client.IsCachedAsync(messages, options, cancellationToken) : Task.FromResult(false);

    /// <summary>A client that asks the provider once: no cache, no queue, no retries.</summary>
    internal IChatClient GetProbe(string name) => Open(Get(name)).Probe;

    /// <summary>The client for everything but chat answers. Throws for a profile whose kind has none.</summary>
    internal EndpointClient GetEndpoint(string name) =>
        Open(Get(name)).Endpoint ?? throw new ArgumentException($"The model profile '{name}' is not {ModelKinds.OpenAICompatible}.", nameof(name));

    private ModelClients Open(ModelProfile profile) =>
        _clients.GetOrAdd(profile.Name, _ => new Lazy<ModelClients>(() => _pipeline.Create(profile, _options.Profiles[profile.Name]))).Value;
}
