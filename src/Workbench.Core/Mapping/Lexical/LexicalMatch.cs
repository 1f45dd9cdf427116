namespace LlmRec.Workbench.Mapping.Lexical;

/// <summary>What a text and a name have in common; shares and cosine are 0 to 1.</summary>
/// <param name="Text">The text's form.</param>
/// <param name="Name">The name's form.</param>
/// <param name="Likeness">The shares together, with what the forms and their heads count (<see cref="LexicalLikeness"/>).</param>
/// <param name="TextShare">Share of the text's weight that the name covers.</param>
/// <param name="NameShare">Share of the name's weight that the text covers.</param>
/// <param name="AboveShare">Share of the text's weight that only the names above the category cover.</param>
/// <param name="Cosine">Cosine of the two weighted feature vectors.</param>
/// <param name="SequenceShare">Share of the text's tokens in sequence that the name has in the same sequence.</param>
internal readonly record struct LexicalMatch(
    LexicalDocument Text, LexicalDocument Name, double Likeness, double TextShare, double NameShare, double AboveShare, double Cosine, double SequenceShare)
{
    /// <summary>Both end with the same token.</summary>
    public bool HasSameHead => Text.Head == Name.Head;

    /// <summary>The name ends with a token that the text has, but not at its end.</summary>
    public bool IsModifier => !HasSameHead && LexicalLikeness.IsModifier(Text, Name);

    /// <summary>Share of the name's characters that the text ends with too.</summary>
    public double SuffixShare()
    {
        var (text, name) = (Text.Form.Key, Name.Form.Key);
        var length = 0;
        while (length < text.Length && length < name.Length && text[^(length + 1)] == name[^(length + 1)])
        {
            length++;
        }

        return length / (double)name.Length;
    }
}
