namespace LlmRec.Workbench.Mapping.Names;

/// <summary>One line of a list of kinds, every word as tokens: what the kind may be called, the usual name first, and things that are of it.</summary>
internal sealed record KindOfThings(IReadOnlyList<IReadOnlyList<string>> Kinds, IReadOnlyList<IReadOnlyList<string>> Things);
