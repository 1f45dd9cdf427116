using Microsoft.Extensions.AI;

namespace LlmRec.Workbench.Models;

/// <summary>What a call costs.</summary>
public static class ModelPrice
{
    private const decimal Million = 1_000_000m;

    /// <summary>In the profile's currency. A response without usage figures costs 0, because nothing is known about it.</summary>
    public static decimal Cost(ModelProfile profile, UsageDetails? usage) =>
        Cost(profile, usage?.InputTokenCount ?? 0, usage?.OutputTokenCount ?? 0);

    public static decimal Cost(ModelProfile profile, long inputTokens, long outputTokens) =>
        ((inputTokens * profile.InputPricePerMillion) + (outputTokens * profile.OutputPricePerMillion)) / Million;
}
