namespace LlmRec.Workbench.Mapping.Lexical;

/// <summary>A feature of a name (its number in the index) and how much it counts there.</summary>
internal readonly record struct WeightedFeature(int Feature, float Weight);
