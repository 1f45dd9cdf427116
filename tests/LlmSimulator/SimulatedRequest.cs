namespace LlmRec.LlmSimulator;

/// <summary>One request as the simulator received it.</summary>
public sealed record SimulatedRequest
{
    /// <summary>1 for the first chat request since the start.</summary>
    public required long Number { get; init; }

    public required string Path { get; init; }

    /// <summary>The model's name, or the deployment's in an Azure path.</summary>
    public required string Model { get; init; }

    /// <summary>The last user message.</summary>
    public required string Prompt { get; init; }

    public bool Stream { get; init; }

    /// <summary>Whether the log-probabilities of the answer's tokens are wanted.</summary>
    public bool Logprobs { get; init; }

    /// <summary>The key, without "Bearer"; empty when there was none.</summary>
    public string Key { get; init; } = "";

    /// <summary>The whole body as sent.</summary>
    public string Body { get; init; } = "";

    public DateTimeOffset At { get; init; }
}
