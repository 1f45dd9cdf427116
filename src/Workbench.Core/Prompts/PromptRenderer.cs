namespace LlmRec.Workbench.Prompts;

/// <summary>Renders Liquid templates strictly: variables are data and never template text, an unknown variable is a problem and never an empty string.</summary>
public sealed class PromptRenderer
{
    /// <summary>The rendered text; throws <see cref="PromptRejectedException"/> where <see cref="Check"/> would find a problem or a limit is passed.</summary>
    public string Render(string template, IReadOnlyDictionary<string, object?> variables) => throw new NotImplementedException();

    /// <summary>Everything that is wrong with <paramref name="template"/>: syntax, and variables that are not among <paramref name="knownVariables"/> (dotted names).</summary>
    public IReadOnlyList<PromptProblem> Check(string template, IReadOnlyCollection<string> knownVariables) => throw new NotImplementedException();
}
