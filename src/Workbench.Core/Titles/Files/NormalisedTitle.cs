using System.Text.Json.Serialization;

namespace LlmRec.Workbench.Titles.Files;

/// <summary>One line of what <c>titles FILE</c> prints.</summary>
/// <param name="Normalised">Null when neither the model nor the rules make a sentence of the title.</param>
/// <param name="Source"><c>recorded</c>, <c>model</c> or <c>rule</c>; null without a sentence.</param>
/// <param name="Violations">Names of the checks that the sentence fails; <c>empty</c> alone where there is no sentence, which is no problem of the line.</param>
/// <param name="Product">The word that says what the product is, as the rules read the title.</param>
/// <param name="Baseline">What the rules alone make of it; null when nothing.</param>
/// <param name="Perplexity">Null where no language model is installed or there is nothing to measure.</param>
public sealed record NormalisedTitle(
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Id,
    string Raw,
    string? Normalised,
    string? Source,
    IReadOnlyList<string> Violations,
    string? Product,
    string? Brand,
    BaselineFigures? Baseline,
    PerplexityFigures? Perplexity,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Problem);

/// <summary>The sentence by rule, beside the model's.</summary>
public sealed record BaselineFigures(string Normalised, string? Product, string? Brand);

/// <summary>Perplexities by the language model <paramref name="Model"/>, per token and per character; null for a text that it cannot score.</summary>
public sealed record PerplexityFigures(string Model, double? Raw, double? Normalised, double? RawPerCharacter, double? NormalisedPerCharacter);
