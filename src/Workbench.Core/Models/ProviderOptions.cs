namespace LlmRec.Workbench.Models;

/// <summary>What every configured model has, whatever it is asked for: where it is, its key, its limits and its price.</summary>
public abstract class ProviderOptions
{
    public const int DefaultConcurrency = 8;
    public const double DefaultTimeoutSeconds = 120;
    public const int DefaultMaxAttempts = 5;
    public const double DefaultRetryDelaySeconds = 1;
    public const double DefaultMaxRetryDelaySeconds = 60;
    public const string DefaultCurrency = "CNY";

    public string Kind { get; set; } = "";

    public string Endpoint { get; set; } = "";

    public string Model { get; set; } = "";

    /// <summary>For user secrets or a file outside the repository; prefer <see cref="ApiKeyEnvironmentVariable"/>.</summary>
    public string ApiKey { get; set; } = "";

    public string ApiKeyEnvironmentVariable { get; set; } = "";

    /// <summary>Azure only: sign in as the machine or the developer instead of with a key.</summary>
    public bool UseDefaultCredential { get; set; }

    public int Concurrency { get; set; } = DefaultConcurrency;

    public double TimeoutSeconds { get; set; } = DefaultTimeoutSeconds;

    public int MaxAttempts { get; set; } = DefaultMaxAttempts;

    /// <summary>Mean wait before the second attempt; it doubles with each attempt unless the server names a time.</summary>
    public double RetryDelaySeconds { get; set; } = DefaultRetryDelaySeconds;

    /// <summary>Longest wait between attempts. A server that asks for more than this ends the call.</summary>
    public double MaxRetryDelaySeconds { get; set; } = DefaultMaxRetryDelaySeconds;

    public int? RequestsPerMinute { get; set; }

    public decimal InputPricePerMillion { get; set; }

    public string Currency { get; set; } = DefaultCurrency;
}
