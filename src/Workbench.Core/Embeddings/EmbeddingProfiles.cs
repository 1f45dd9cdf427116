using System.Collections.Concurrent;
using LlmRec.Workbench.Embeddings.Caching;
using LlmRec.Workbench.Embeddings.Lexical;
using LlmRec.Workbench.Embeddings.Onnx;
using LlmRec.Workbench.Models;
using LlmRec.Workbench.Models.Calls;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace LlmRec.Workbench.Embeddings;

/// <summary>The generators that there are, the built-in one first, and the one instance of each.</summary>
public sealed class EmbeddingProfiles(IOptions<ModelsOptions> options, EmbeddingCache cache, ILogger<EmbeddingProfiles> logger, TimeProvider time)
{
    private static readonly EmbeddingProfile Lexical = new()
    {
        Name = EmbeddingProfile.LexicalName,
        Model = LexicalGenerator.ModelName,
        Dimensions = LexicalGenerator.Dimensions,
    };

    private readonly ConcurrentDictionary<string, Lazy<IEmbeddingGenerator<string, Embedding<float>>>> _generators = new(StringComparer.OrdinalIgnoreCase);
    private readonly ConcurrentDictionary<string, IEmbeddingGenerator<string, Embedding<float>>> _probes = new(StringComparer.OrdinalIgnoreCase);

    public IReadOnlyList<EmbeddingProfile> All { get; } =
        [Lexical, .. options.Value.Embeddings.Select(p => EmbeddingProfile.From(p.Key, p.Value)).OrderBy(p => p.Name, StringComparer.OrdinalIgnoreCase)];

    /// <summary>Throws a <see cref="ModelNotFoundException"/> that lists what exists when there is no such generator.</summary>
    public EmbeddingProfile Get(string name) =>
        All.FirstOrDefault(p => p.Name.Equals(name, StringComparison.OrdinalIgnoreCase))
        ?? throw new ModelNotFoundException($"There is no embedding generator '{name}'. Available: {string.Join(", ", All.Select(p => p.Name))}.");

    /// <summary>
    /// The generator with its whole pipeline: cache, batches, limits, retries, telemetry, checks. The same for everybody; nobody disposes it. It takes any number of texts
    /// and throws <see cref="ModelCallException"/> when a call failed for good, <see cref="EmbeddingException"/> when a local model's folder does not hold what it needs.
    /// </summary>
    public IEmbeddingGenerator<string, Embedding<float>> GetGenerator(string name) =>
        _generators.GetOrAdd(Get(name).Name, key => new Lazy<IEmbeddingGenerator<string, Embedding<float>>>(() => Create(key))).Value;

    /// <summary>How many of these texts would have to be asked of the model, each counted once.</summary>
    public async Task<int> CountMissingAsync(string name, IReadOnlyCollection<string> texts, CancellationToken cancellationToken = default)
    {
        var wanted = texts.Distinct(StringComparer.Ordinal).Count();
        return GetGenerator(name) is CachedEmbeddingGenerator cached ? wanted - await cache.CountAsync(cached.Model(), texts, cancellationToken) : wanted;
    }

    /// <summary>The model itself, asked once: no cache, no queue, no retries.</summary>
    internal IEmbeddingGenerator<string, Embedding<float>> GetProbe(string name) => _probes.GetOrAdd(Get(name).Name, CreateProbe);

    private IEmbeddingGenerator<string, Embedding<float>> CreateProbe(string name)
    {
        if (name == EmbeddingProfile.LexicalName)
        {
            return new LexicalGenerator();
        }

        var settings = options.Value.Embeddings[name];
        return settings.Kind == ModelKinds.Onnx ? new OnnxGenerator(Get(name), settings)
            : Ask(ProfileOf(name, settings) with { MaxAttempts = 1 }, settings);
    }

    private IEmbeddingGenerator<string, Embedding<float>> Create(string name)
    {
        if (name == EmbeddingProfile.LexicalName)
        {
            return new LexicalGenerator();
        }

        var settings = options.Value.Embeddings[name];
        return settings.Kind == ModelKinds.Onnx ? CreateLocal((OnnxGenerator)GetProbe(name)) : CreateRemote(ProfileOf(name, settings), settings);
    }

    private CachedEmbeddingGenerator CreateLocal(OnnxGenerator model) =>
        new(new KeepingEmbeddingGenerator(Observe(model), cache, model.ComputeIdentity), cache, model.ComputeIdentity);

    private CachedEmbeddingGenerator CreateRemote(ModelProfile profile, EmbeddingProfileOptions settings)
    {
        var identity = string.Join('\n', profile.Kind, profile.Endpoint, profile.Model, settings.Dimensions);
        var keeping = new KeepingEmbeddingGenerator(Observe(Ask(profile, settings)), cache, () => identity);
        var batching = new BatchingEmbeddingGenerator(keeping, profile, settings.BatchSize);
        return new CachedEmbeddingGenerator(batching, cache, () => identity);
    }

    private RetryingEmbeddingGenerator Ask(ModelProfile profile, EmbeddingProfileOptions settings) =>
        new(new ProviderEmbeddingGenerator(profile, settings), profile, settings, logger, time);

    private static OpenTelemetryEmbeddingGenerator<string, Embedding<float>> Observe(IEmbeddingGenerator<string, Embedding<float>> inner) =>
        new(inner, null, ModelsTelemetry.SourceName);

    private static ModelProfile ProfileOf(string name, EmbeddingProfileOptions settings) =>
        ModelProfile.From(name, ModelsOptions.EmbeddingsPath, settings) with { IsEmbedding = true };
}
