namespace LlmRec.Workbench.Prompts;

/// <summary>A prompt or version cannot be stored or rendered; <see cref="Problems"/> says everything that is wrong with it at once.</summary>
public sealed class PromptRejectedException(string subject, IReadOnlyList<PromptProblem> problems)
    : Exception($"{subject}: {string.Join(" ", problems)}")
{
    public IReadOnlyList<PromptProblem> Problems { get; } = problems;
}
