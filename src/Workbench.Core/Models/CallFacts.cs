using Microsoft.Extensions.AI;

namespace LlmRec.Workbench.Models;

/// <summary>
/// Names of the additional properties by which runs and the call pipeline tell each other things: <see cref="Subject"/> and <see cref="Kind"/>
/// travel with the options, the others with the response. None of them is sent to a provider.
/// </summary>
public static class CallFacts
{
    /// <summary>What the call is about: a category's path joined with " > ", or a product's title.</summary>
    public const string Subject = "llmrec.subject";

    /// <summary>Name of the run kind that asks.</summary>
    public const string Kind = "llmrec.kind";

    /// <summary>Requests made for this response: 0 when it came from the cache.</summary>
    public const string Attempts = "llmrec.attempts";

    /// <summary>Whether the response came from the cache.</summary>
    public const string FromCache = "llmrec.from_cache";

    /// <summary>How long the provider took, retries included, waiting for a free place of the profile not: milliseconds.</summary>
    public const string Latency = "llmrec.latency";

    public static int GetAttempts(ChatResponse response) => response.AdditionalProperties?.TryGetValue(Attempts, out int attempts) is true ? attempts : 0;

    public static bool IsFromCache(ChatResponse response) => response.AdditionalProperties?.TryGetValue(FromCache, out bool cached) is true && cached;

    /// <summary>Zero when the response came from the cache.</summary>
    public static TimeSpan GetLatency(ChatResponse response) =>
        response.AdditionalProperties?.TryGetValue(Latency, out double milliseconds) is true ? TimeSpan.FromMilliseconds(milliseconds) : TimeSpan.Zero;

    internal static void Set(ChatResponse response, int attempts, bool fromCache, TimeSpan latency = default)
    {
        response.AdditionalProperties ??= [];
        response.AdditionalProperties[Attempts] = attempts;
        response.AdditionalProperties[FromCache] = fromCache;
        response.AdditionalProperties[Latency] = latency.TotalMilliseconds;
    }
}
