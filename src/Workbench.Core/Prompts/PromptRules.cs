using System.Text.RegularExpressions;

namespace LlmRec.Workbench.Prompts;

/// <summary>What a prompt and a version must satisfy before they are stored; everything wrong is said at once.</summary>
internal static partial class PromptRules
{
    private const int LongestName = 60;
    private const int LongestAnswer = 32_768;

    public static void Require(NewPrompt prompt) => Throw(prompt.Name, [.. NameProblems(prompt.Name), .. VersionProblems(prompt.FirstVersion)]);

    public static void Require(string promptName, NewPromptVersion version) => Throw(promptName, [.. VersionProblems(version)]);

    public static void RequireName(string name) => Throw(name, [.. NameProblems(name)]);

    private static IEnumerable<PromptProblem> NameProblems(string name)
    {
        if (name.Length is 0 or > LongestName || !NamePattern().IsMatch(name))
        {
            yield return new(0, 0, $"The name must be 1 to {LongestName} small letters, digits and hyphens, and begin with a letter.");
        }
    }

    private static IEnumerable<PromptProblem> VersionProblems(NewPromptVersion version)
    {
        if (string.IsNullOrWhiteSpace(version.Text))
        {
            yield return new(0, 0, "The text is empty. Write what the model is to be asked.");
        }

        if (string.IsNullOrWhiteSpace(version.Note))
        {
            yield return new(0, 0, "The note is empty. Say in one line why this version exists.");
        }

        if (version.Temperature is not (>= 0 and <= 2))
        {
            yield return new(0, 0, $"The temperature is {version.Temperature}; it must be from 0 to 2.");
        }

        if (version.TopP is not (null or (> 0 and <= 1)))
        {
            yield return new(0, 0, $"Top-p is {version.TopP}; it must be above 0 and at most 1, or empty.");
        }

        if (version.MaxOutputTokens is not (>= 1 and <= LongestAnswer))
        {
            yield return new(0, 0, $"The longest answer is {version.MaxOutputTokens} tokens; it must be from 1 to {LongestAnswer}.");
        }
    }

    private static void Throw(string subject, IReadOnlyList<PromptProblem> problems)
    {
        if (problems.Count > 0)
        {
            throw new PromptRejectedException(subject, problems);
        }
    }

    [GeneratedRegex("^[a-z][a-z0-9-]*$")]
    private static partial Regex NamePattern();
}
