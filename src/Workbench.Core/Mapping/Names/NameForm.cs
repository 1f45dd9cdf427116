namespace LlmRec.Workbench.Mapping.Names;

/// <summary>One way to read a name, as tokens: a Chinese character or a whole Latin word each, in writing order, Latin words in the singular.</summary>
internal sealed record NameForm(IReadOnlyList<string> Tokens, FormKind Kind)
{
    /// <summary>Equal for forms with equal tokens.</summary>
    public string Key { get; } = string.Join(' ', Tokens);
}
