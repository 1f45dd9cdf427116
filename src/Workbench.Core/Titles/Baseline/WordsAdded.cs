namespace LlmRec.Workbench.Titles.Baseline;

/// <summary>What came of adding words: how many are new or restored, how many the list held already, and which can be no words of a list.</summary>
public sealed record WordsAdded(int Added, int Known, IReadOnlyList<string> Rejected);
