namespace LlmRec.Workbench.Runs;

/// <summary>What one item asks about: a category with its path or a product with its title.</summary>
public sealed record RunSubject(string Id, string Name);
