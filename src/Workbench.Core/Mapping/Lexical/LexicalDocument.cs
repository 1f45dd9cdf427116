using LlmRec.Workbench.Mapping.Names;

namespace LlmRec.Workbench.Mapping.Lexical;

/// <summary>One form of one owner's name in a <see cref="LexicalIndex"/>.</summary>
/// <param name="Owner">The number of the category or query that the name belongs to; -1 for a text that was asked.</param>
/// <param name="Form">The form that was read.</param>
/// <param name="Features">Sorted by feature.</param>
/// <param name="Head">The feature of the last token.</param>
/// <param name="Mass">Sum of the weights.</param>
/// <param name="Norm">Root of the sum of their squares.</param>
internal sealed record LexicalDocument(int Owner, NameForm Form, WeightedFeature[] Features, int Head, double Mass, double Norm)
{
    public FormKind Kind => Form.Kind;
}
