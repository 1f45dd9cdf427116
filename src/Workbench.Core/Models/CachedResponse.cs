namespace LlmRec.Workbench.Models;

/// <summary>A model's answer kept under the exact question that it answered.</summary>
public sealed class CachedResponse
{
    /// <summary>SHA-256 (hex) over endpoint, model, parameters and the exact messages.</summary>
    public required string Key { get; init; }

    public required string Model { get; init; }

    /// <summary>The serialized chat response.</summary>
    public required string Response { get; set; }

    public DateTimeOffset CreatedAt { get; init; }
}
