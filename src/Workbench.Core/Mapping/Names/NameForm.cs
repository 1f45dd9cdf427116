namespace LlmRec.Workbench.Mapping.Names;

/// <summary>One way to read a name, as tokens: a Chinese character or a whole Latin word each, in writing order, Latin words in the singular.</summary>
/// <param name="Part">The alternative of the name that it was read from, counted from 1; 0 for the whole.</param>
internal sealed record NameForm(IReadOnlyList<string> Tokens, FormKind Kind, int Part = 0)
{
    /// <summary>Equal for forms with equal tokens.</summary>
    public string Key { get; } = string.Join(' ', Tokens);
}
