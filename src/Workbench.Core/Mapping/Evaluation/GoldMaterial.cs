namespace LlmRec.Workbench.Mapping.Evaluation;

/// <summary>The names that an evaluation is made with.</summary>
/// <param name="Title">What people call the set.</param>
/// <param name="FromJudgments">This site's own judgments.</param>
/// <param name="LeftOut">See <see cref="GoldFacts.LeftOut"/>.</param>
public sealed record GoldMaterial(string Title, IReadOnlyList<GoldName> Names, bool FromJudgments = false, int LeftOut = 0);
