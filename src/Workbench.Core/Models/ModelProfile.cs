namespace LlmRec.Workbench.Models;

/// <summary>One configured model with its limits and price. It never holds the key itself.</summary>
public sealed record ModelProfile
{
    private const string OfflineModel = "knowledge-pack";

    public required string Name { get; init; }

    /// <summary>One of <see cref="ModelKinds"/>.</summary>
    public required string Kind { get; init; }

    /// <summary>Where requests go; null for the offline model.</summary>
    public Uri? Endpoint { get; init; }

    /// <summary>Model name, or the deployment name on Azure.</summary>
    public required string Model { get; init; }

    public KeySource Key { get; init; } = KeySource.None;

    /// <summary>Calls that may be under way at once, over all runs of this process.</summary>
    public int Concurrency { get; init; } = ModelProfileOptions.DefaultConcurrency;

    /// <summary>Calls that may start within a minute; null for no limit.</summary>
    public int? RequestsPerMinute { get; init; }

    /// <summary>Time limit of one attempt.</summary>
    public double TimeoutSeconds { get; init; } = ModelProfileOptions.DefaultTimeoutSeconds;

    /// <summary>Attempts for one call, the first included.</summary>
    public int MaxAttempts { get; init; } = ModelProfileOptions.DefaultMaxAttempts;

    public decimal InputPricePerMillion { get; init; }

    public decimal OutputPricePerMillion { get; init; }

    public string Currency { get; init; } = ModelProfileOptions.DefaultCurrency;

    /// <summary>The configuration key of a setting, as messages name it.</summary>
    internal string KeyOf(string setting) => $"{Path}:{setting}";

    /// <summary>How this model says how probable a text is: one of <see cref="LogProbabilityMethods.Settings"/>; empty where it is not asked.</summary>
    public string LogProbabilities { get; init; } = "";

    /// <summary>Whether answers are recorded knowledge instead of a live model's; every screen that shows them says so.</summary>
    public bool Recorded => Kind == ModelKinds.Offline;

    /// <summary>Whether it turns texts into vectors instead of answering.</summary>
    internal bool IsEmbedding { get; init; }

    /// <summary>The configuration path of its settings.</summary>
    internal string Path { get; init; } = "";

    internal static ModelProfile From(string name, ModelProfileOptions options) =>
        From(name, ModelsOptions.ProfilesPath, options) with
        {
            OutputPricePerMillion = options.OutputPricePerMillion,
            LogProbabilities = options.LogProbabilities,
        };

    internal static ModelProfile From(string name, string section, ProviderOptions options) => new()
    {
        Name = name,
        Path = $"{section}:{name}",
        Kind = options.Kind,
        Endpoint = options.Endpoint.Length > 0 ? new Uri(options.Endpoint) : null,
        Model = options.Kind == ModelKinds.Offline && options.Model.Length == 0 ? OfflineModel : options.Model,
        Key = KeySource.Of(options),
        Concurrency = options.Concurrency,
        RequestsPerMinute = options.RequestsPerMinute,
        TimeoutSeconds = options.TimeoutSeconds,
        MaxAttempts = options.MaxAttempts,
        InputPricePerMillion = options.InputPricePerMillion,
        Currency = options.Currency,
    };
}
