namespace LlmRec.Workbench.Complements;

/// <summary>What a model's answer says: the names in its order, without repeats, and every rule that the answer breaks (names from <see cref="ComplementViolations"/>).</summary>
/// <param name="Mentions">Category names as written, most important first; empty when the answer holds none.</param>
/// <param name="Violations">In a fixed order, each at most once. A violation does not by itself make the answer unusable.</param>
/// <param name="IsRefusal">The model declined to answer.</param>
public sealed record ComplementAnswer(IReadOnlyList<string> Mentions, IReadOnlyList<string> Violations, bool IsRefusal);
