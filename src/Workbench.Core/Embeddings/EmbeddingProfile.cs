using LlmRec.Workbench.Models;

namespace LlmRec.Workbench.Embeddings;

/// <summary>A way to turn texts into vectors, as people choose it: its name, what is behind it and its price.</summary>
public sealed record EmbeddingProfile
{
    /// <summary>The built-in generator, which needs no network.</summary>
    public const string LexicalName = "lexical";

    public required string Name { get; init; }

    /// <summary>Model or deployment; for the built-in generator its name and version.</summary>
    public required string Model { get; init; }

    /// <summary>Where texts are sent; null for generators of this process.</summary>
    public Uri? Endpoint { get; init; }

    /// <summary>Length of the vectors; null where only the first answer will tell.</summary>
    public int? Dimensions { get; init; }

    /// <summary>Whether its key is configured and there.</summary>
    public KeySource Key { get; init; } = KeySource.None;

    /// <summary>Of a million tokens; 0 for free or unknown.</summary>
    public decimal PricePerMillion { get; init; }

    public string Currency { get; init; } = ProviderOptions.DefaultCurrency;

    /// <summary>Texts that are worth sending at once: some requests' batches.</summary>
    public int TextsAtOnce { get; init; } = 1024;

    /// <summary>In <see cref="Currency"/>.</summary>
    public decimal Cost(long tokens) => tokens * PricePerMillion / 1_000_000m;

    internal static EmbeddingProfile From(string name, EmbeddingProfileOptions options) => new()
    {
        Name = name,
        Model = options.Model,
        Endpoint = new Uri(options.Endpoint),
        Dimensions = options.Dimensions,
        Key = KeySource.Of(options),
        PricePerMillion = options.InputPricePerMillion,
        Currency = options.Currency,
        TextsAtOnce = Math.Clamp(options.BatchSize * options.Concurrency, 1, 4096),
    };
}
