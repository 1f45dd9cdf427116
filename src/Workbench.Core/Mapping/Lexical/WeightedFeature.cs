namespace LlmRec.Workbench.Mapping.Lexical;

/// <summary>A feature of a name (its number in the index) and how much it counts there.</summary>
/// <param name="IsSequence">Two or three tokens in sequence.</param>
internal readonly record struct WeightedFeature(int Feature, float Weight, bool IsSequence);
