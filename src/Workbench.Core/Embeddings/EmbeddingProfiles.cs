using System.Collections.Concurrent;
using LlmRec.Workbench.Embeddings.Lexical;
using LlmRec.Workbench.Models;
using LlmRec.Workbench.Models.Calls;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace LlmRec.Workbench.Embeddings;

/// <summary>The generators that there are, the built-in one first, and the one instance of each.</summary>
public sealed class EmbeddingProfiles(IOptions<ModelsOptions> options, ILogger<EmbeddingProfiles> logger, TimeProvider time)
{
    private static readonly EmbeddingProfile Lexical = new()
    {
        Name = EmbeddingProfile.LexicalName,
        Model = LexicalGenerator.ModelName,
        Dimensions = LexicalGenerator.Dimensions,
    };

    private readonly ConcurrentDictionary<string, Lazy<IEmbeddingGenerator<string, Embedding<float>>>> _generators = new(StringComparer.OrdinalIgnoreCase);

    public IReadOnlyList<EmbeddingProfile> All { get; } =
        [Lexical, .. options.Value.Embeddings.Select(p => EmbeddingProfile.From(p.Key, p.Value)).OrderBy(p => p.Name, StringComparer.OrdinalIgnoreCase)];

    /// <summary>Throws a <see cref="ModelNotFoundException"/> that lists what exists when there is no such generator.</summary>
    public EmbeddingProfile Get(string name) =>
        All.FirstOrDefault(p => p.Name.Equals(name, StringComparison.OrdinalIgnoreCase))
        ?? throw new ModelNotFoundException($"There is no embedding generator '{name}'. Available: {string.Join(", ", All.Select(p => p.Name))}.");

    /// <summary>
    /// The generator with its whole pipeline: batches, limits, retries, telemetry, checks. The same for everybody; nobody disposes it. It takes any number of texts
    /// and throws <see cref="ModelCallException"/> when a call failed for good.
    /// </summary>
    public IEmbeddingGenerator<string, Embedding<float>> GetGenerator(string name) =>
        _generators.GetOrAdd(Get(name).Name, key => new Lazy<IEmbeddingGenerator<string, Embedding<float>>>(() => Create(key))).Value;

    private IEmbeddingGenerator<string, Embedding<float>> Create(string name)
    {
        if (name == EmbeddingProfile.LexicalName)
        {
            return new LexicalGenerator();
        }

        var settings = options.Value.Embeddings[name];
        var profile = ModelProfile.From(name, ModelsOptions.EmbeddingsPath, settings) with { IsEmbedding = true };
        var retrying = new RetryingEmbeddingGenerator(new ProviderEmbeddingGenerator(profile, settings), profile, settings, logger, time);
        var observed = new OpenTelemetryEmbeddingGenerator<string, Embedding<float>>(retrying, null, ModelsTelemetry.SourceName);
        return new BatchingEmbeddingGenerator(observed, profile, settings.BatchSize);
    }
}
