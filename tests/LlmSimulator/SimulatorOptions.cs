namespace LlmRec.LlmSimulator;

/// <summary>How the simulator behaves; everything is off by default.</summary>
public sealed record SimulatorOptions
{
    /// <summary>Port on the loopback address; 0 takes a free one.</summary>
    public int Port { get; init; }

    /// <summary>Time before each answer.</summary>
    public TimeSpan Latency { get; init; }

    /// <summary>Up to this much more, different for each request.</summary>
    public TimeSpan LatencyJitter { get; init; }

    /// <summary>Share of requests (0 to 1) that meet each fault.</summary>
    public IReadOnlyDictionary<Fault, double> Rates { get; init; } = new Dictionary<Fault, double>();

    /// <summary>The only key that is let in; null lets everybody in.</summary>
    public string? RequiredKey { get; init; }

    /// <summary>Models (and deployments) that exist; empty: whatever is asked for.</summary>
    public IReadOnlyList<string> Models { get; init; } = [];

    /// <summary>The answer to a prompt; null takes <see cref="InventedAnswer"/>.</summary>
    public Func<SimulatedRequest, string>? Answer { get; init; }

    /// <summary>The vector of a text of a wanted length; null takes hashed character pairs.</summary>
    public Func<string, int, float[]>? Embed { get; init; }

    /// <summary>Whether vectors come in the opposite order of their texts, each with its right index.</summary>
    public bool ReverseEmbeddings { get; init; }

    /// <summary>How log-probabilities are told.</summary>
    public LogProbabilityModes LogProbabilities { get; init; } = LogProbabilityModes.All;

    /// <summary>Requests kept in full, the newest; counts are kept for all.</summary>
    public int KeepRequests { get; init; } = 1000;

    public int Seed { get; init; } = 1;
}
