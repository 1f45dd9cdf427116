using LlmRec.Workbench.Mapping.Names;

namespace LlmRec.Workbench.Mapping.Sources;

/// <summary>
/// Equal names: 1 for the whole name, less where only one alternative of either side, or both without their generic last words, are equal, and less for a
/// name of few characters, which often means several things (影视, 油泵).
/// </summary>
internal sealed class ExactSource : IEvidenceSource
{
    private const double Alternative = 0.65;
    private const double Stripped = 0.6;
    private const double Synonym = 0.6;
    private const double Broader = 0.3;

    /// <summary>From how many characters on a name is not short; a Latin word never is.</summary>
    private const int LongFrom = 4;

    private readonly Dictionary<string, List<(int Category, FormKind Kind)>> _owners = [];

    public ExactSource(IReadOnlyList<IReadOnlyList<NameForm>> names)
    {
        for (var category = 0; category < names.Count; category++)
        {
            foreach (var form in names[category])
            {
                (_owners.TryGetValue(form.Key, out var owners) ? owners : _owners[form.Key] = []).Add((category, form.Kind));
            }
        }
    }

    public EvidenceKind Kind => EvidenceKind.Exact;

    public void AddTo(EvidenceTable table, MappingText text)
    {
        foreach (var form in text.Forms)
        {
            // 三轮车配件 is not 三轮车: a stripped name equals only a stripped name.
            foreach (var (category, kind) in _owners.GetValueOrDefault(form.Key, []).Where(o => (o.Kind == FormKind.Stripped) == (form.Kind == FormKind.Stripped)))
            {
                table.Add(category, EvidenceKind.Exact, Strength(kind) * Strength(form.Kind) * (IsShort(form) ? CandidateEvidence.WholeName : 1), form.Part);
            }
        }
    }

    private static bool IsShort(NameForm form) => form.Tokens.Count < LongFrom && form.Tokens.All(token => Script.IsIdeographic(token[0]));

    private static double Strength(FormKind kind) => kind switch { FormKind.Alternative => Alternative, FormKind.Stripped => Stripped, FormKind.Synonym => Synonym, FormKind.Broader => Broader, _ => 1 };
}
