namespace LlmRec.Workbench.Prompts;

/// <summary>What is wrong with a template, and where.</summary>
/// <param name="Line">From 1; 0 when the problem is not at one place.</param>
/// <param name="Column">From 1; 0 when the problem is not at one place.</param>
/// <param name="Message">For a person: what is wrong and what to do.</param>
public sealed record PromptProblem(int Line, int Column, string Message)
{
    public override string ToString() => Line == 0 ? Message : $"line {Line}, column {Column}: {Message}";
}
