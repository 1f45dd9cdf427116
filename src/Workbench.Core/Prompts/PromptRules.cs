using System.Text.RegularExpressions;

namespace LlmRec.Workbench.Prompts;

/// <summary>What a prompt and a version must satisfy before they are stored; finds all problems at once.</summary>
public static partial class PromptRules
{
    public const int MaxNameLength = 60;
    public const int MaxNoteLength = 4_000;
    public const int MostOutputTokens = 32_768;

    public static IReadOnlyList<string> Languages { get; } = ["zh", "en"];

    /// <summary>Problems of the numbers and the note; those of the templates are the business of <see cref="PromptRenderer.Check"/>.</summary>
    public static IEnumerable<PromptProblem> Find(NewPromptVersion version)
    {
        if (string.IsNullOrWhiteSpace(version.Text))
        {
            yield return Problem("The prompt text is empty. Write what the model is to be asked.");
        }

        if (string.IsNullOrWhiteSpace(version.Note) || version.Note.Length > MaxNoteLength)
        {
            yield return Problem($"Say in the note why this version exists, in at most {MaxNoteLength:N0} characters.");
        }

        if (version.Temperature is not (>= 0 and <= 2))
        {
            yield return Problem($"The temperature is {version.Temperature}; it must be between 0 and 2.");
        }

        if (version.TopP is not (null or (> 0 and <= 1)))
        {
            yield return Problem($"Top-p is {version.TopP}; it must be above 0 and at most 1, or empty.");
        }

        if (version.MaxOutputTokens is < 1 or > MostOutputTokens)
        {
            yield return Problem($"The longest answer is {version.MaxOutputTokens} tokens; it must be between 1 and {MostOutputTokens:N0}.");
        }
    }

    public static IEnumerable<PromptProblem> Find(NewPrompt prompt)
    {
        if (!IsName(prompt.Name))
        {
            yield return Problem($"The name '{prompt.Name}' is not usable: lower-case letters, digits and hyphens, beginning with a letter, at most {MaxNameLength} characters.");
        }

        if (!Languages.Contains(prompt.Language))
        {
            yield return Problem($"The language '{prompt.Language}' is unknown. Languages: {string.Join(", ", Languages)}.");
        }

        if (string.IsNullOrWhiteSpace(prompt.Kind))
        {
            yield return Problem("Say for which kind of run the prompt is, for example complements.");
        }
    }

    /// <summary>Names and labels stand in references (<c>name@label</c>) and addresses, so they are plain; <c>new</c> is the address of the page for a new prompt.</summary>
    public static bool IsName(string name) => name.Length <= MaxNameLength && name != "new" && PlainName().IsMatch(name);

    private static PromptProblem Problem(string message) => new(0, 0, message);

    [GeneratedRegex("^[a-z][a-z0-9-]*$")]
    private static partial Regex PlainName();
}
