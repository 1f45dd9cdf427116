using System.Text.Json;
using System.Text.Json.Serialization;

namespace LlmRec.Workbench.Mapping.Fusion;

/// <summary>The logistic model of the fusion: what each feature of a candidate adds to the log-odds that it is right. Written to and read from JSON.</summary>
public sealed record FusionCoefficients
{
    private const string ResourceName = "LlmRec.Workbench.Mapping.Data.fusion.json";

    private static readonly JsonSerializerOptions Json = new()
    {
        WriteIndented = true, Converters = { new JsonStringEnumConverter() }, PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
    };

    /// <summary>As shipped. How they were found: docs/decisions/mapping.md.</summary>
    public static FusionCoefficients Default { get; } = Load();

    public required double Intercept { get; init; }

    /// <summary>By the name of the feature (<see cref="FusionFeatures.Names"/>); one that is missing weighs nothing.</summary>
    public required IReadOnlyDictionary<string, double> Weights { get; init; }

    /// <summary>What evidence weighs when candidates compete; the same before and after a fit.</summary>
    public required FusionStanding Standing { get; init; }

    /// <summary>Throws <see cref="JsonException"/> for a text that is not such a model.</summary>
    public static FusionCoefficients FromJson(string json) =>
        JsonSerializer.Deserialize<FusionCoefficients>(json, Json) ?? throw new JsonException("Fusion coefficients are missing: the JSON is null.");

    public string ToJson() => JsonSerializer.Serialize(this, Json);

    /// <summary>The probability of a candidate with these features, 0 to 1.</summary>
    public double Probability(FusionFeatures features) => Probabilities([features])[0];

    /// <summary>The probability of each candidate, in their order.</summary>
    public double[] Probabilities(IReadOnlyList<FusionFeatures> candidates)
    {
        var weights = new double[FusionFeatures.Names.Count];
        for (var i = 0; i < weights.Length; i++)
        {
            weights[i] = Weights.GetValueOrDefault(FusionFeatures.Names[i]);
        }

        var probabilities = new double[candidates.Count];
        for (var candidate = 0; candidate < probabilities.Length; candidate++)
        {
            var values = candidates[candidate].Values;
            var logit = Intercept;
            for (var i = 0; i < weights.Length; i++)
            {
                logit += weights[i] * values[i];
            }

            probabilities[candidate] = 1 / (1 + Math.Exp(-logit));
        }

        return probabilities;
    }

    private static FusionCoefficients Load()
    {
        using var stream = typeof(FusionCoefficients).Assembly.GetManifestResourceStream(ResourceName)
            ?? throw new InvalidOperationException($"The assembly lacks its resource {ResourceName}.");
        using var reader = new StreamReader(stream);
        return FromJson(reader.ReadToEnd());
    }
}
