using LlmRec.Workbench.Models;

namespace LlmRec.Workbench.Embeddings;

/// <summary>A way to turn texts into vectors, as people choose it: its name, what is behind it and its price.</summary>
public sealed record EmbeddingProfile
{
    /// <summary>The built-in generator, which needs no network.</summary>
    public const string LexicalName = "lexical";

    public required string Name { get; init; }

    /// <summary>One of <see cref="ModelKinds"/>; empty for the built-in generator.</summary>
    public string Kind { get; init; } = "";

    /// <summary>Model or deployment; of a local model its folder's name unless configured; for the built-in generator its name and version.</summary>
    public required string Model { get; init; }

    /// <summary>Where texts are sent; null for generators of this process.</summary>
    public Uri? Endpoint { get; init; }

    /// <summary>The folder of a local model; null for others.</summary>
    public string? Path { get; init; }

    /// <summary>Whether texts leave this machine's process, which may cost money.</summary>
    public bool Remote => Endpoint is not null;

    /// <summary>Length of the vectors; null where only the first answer will tell.</summary>
    public int? Dimensions { get; init; }

    /// <summary>Whether its key is configured and there.</summary>
    public KeySource Key { get; init; } = KeySource.None;

    /// <summary>Of a million tokens; 0 for free or unknown.</summary>
    public decimal PricePerMillion { get; init; }

    public string Currency { get; init; } = ProviderOptions.DefaultCurrency;

    /// <summary>Texts that are worth sending at once: some requests' batches.</summary>
    public int TextsAtOnce { get; init; } = 1024;

    /// <summary>Texts in one request.</summary>
    public int BatchSize { get; init; } = EmbeddingProfileOptions.DefaultBatchSize;

    /// <summary>Requests that may be under way at once.</summary>
    public int Concurrency { get; init; } = 1;

    /// <summary>In <see cref="Currency"/>.</summary>
    public decimal Cost(long tokens) => tokens * PricePerMillion / 1_000_000m;

    internal static EmbeddingProfile From(string name, EmbeddingProfileOptions options) => new()
    {
        Name = name,
        Kind = options.Kind,
        Model = options.Model.Length > 0 ? options.Model : System.IO.Path.GetFileName(System.IO.Path.TrimEndingDirectorySeparator(options.Path)),
        Endpoint = options.Endpoint.Length > 0 ? new Uri(options.Endpoint) : null,
        Path = options.Path.Length > 0 ? options.Path : null,
        Dimensions = options.Dimensions,
        Key = KeySource.Of(options),
        PricePerMillion = options.InputPricePerMillion,
        Currency = options.Currency,
        BatchSize = options.BatchSize,
        Concurrency = options.Kind == ModelKinds.Onnx ? 1 : options.Concurrency,
        TextsAtOnce = Math.Clamp(options.BatchSize * options.Concurrency, 1, 4096),
    };
}
