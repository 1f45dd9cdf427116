namespace LlmRec.Workbench.Mapping.Choices;

/// <summary>One candidate as a model sees it.</summary>
/// <param name="Number">From 1; the number of a category that has been retired since is missing.</param>
public sealed record ChoiceOption(int Number, string Id, string Name, string Path);
