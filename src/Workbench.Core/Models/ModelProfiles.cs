using Microsoft.Extensions.AI;
using Microsoft.Extensions.Options;

namespace LlmRec.Workbench.Models;

/// <summary>The configured models and the one client of each.</summary>
public sealed class ModelProfiles(IOptions<ModelsOptions> options)
{
    public IReadOnlyList<ModelProfile> All { get; } =
        [.. options.Value.Profiles.Select(p => new ModelProfile { Name = p.Key, Kind = p.Value.Kind, Model = p.Value.Model })];

    public ModelProfile Default => Get(options.Value.Default);

    /// <summary>Throws an <see cref="ArgumentException"/> that lists what exists when there is no such profile.</summary>
    public ModelProfile Get(string name) =>
        All.FirstOrDefault(p => p.Name.Equals(name, StringComparison.OrdinalIgnoreCase))
        ?? throw new ArgumentException($"There is no model profile '{name}'. Configured: {string.Join(", ", All.Select(p => p.Name))}.", nameof(name));

    /// <summary>
    /// The profile's client with its whole pipeline: response cache, limits, telemetry, retries. The same client for everybody; nobody disposes it.
    /// It throws <see cref="ModelCallException"/> when a call failed for good.
    /// </summary>
    public IChatClient GetChatClient(string name) => throw new NotSupportedException(Get(name).Name);
}
