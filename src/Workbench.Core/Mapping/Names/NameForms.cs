using System.Text.RegularExpressions;

namespace LlmRec.Workbench.Mapping.Names;

/// <summary>
/// The ways to read one name: the whole of it, without what stands in brackets, each alternative where slashes, commas or "and" mean "or"
/// (鞋/靴, Bath Towels &amp; Washcloths), and all of these without a generic last word. The first form is the whole name.
/// </summary>
internal static partial class NameForms
{
    private const int MaxForms = 16;
    private const int MaxSynonyms = 8;
    private const int MaxBroader = 8;

    /// <summary>Empty when the text has no word in it.</summary>
    public static IReadOnlyList<NameForm> Of(string text)
    {
        var raw = TextKey.Widthless(text);
        var unbracketed = Brackets().Replace(raw, " ");
        var forms = new List<NameForm>();
        Add(forms, NameTokens.Of(TextKey.Normalize(raw)), FormKind.Whole);
        Add(forms, NameTokens.Of(TextKey.Normalize(unbracketed)), FormKind.Whole);
        foreach (var (part, alternative) in Separators().Split(unbracketed).Index())
        {
            Add(forms, NameTokens.Of(TextKey.Normalize(alternative)), FormKind.Alternative, part + 1);
        }

        foreach (var form in forms.ToArray())
        {
            Add(forms, GenericWords.Strip(form.Tokens), FormKind.Stripped, form.Part);
        }

        return forms;
    }

    /// <summary>The same, and each form with a word replaced by a synonym or by the kind of thing that it is one of.</summary>
    public static IReadOnlyList<NameForm> WithSynonyms(string text)
    {
        var forms = new List<NameForm>(Of(text));
        var asWritten = forms.Where(f => f.Kind != FormKind.Stripped).ToArray();
        foreach (var form in asWritten)
        {
            foreach (var tokens in Synonyms.Of(form.Tokens, MaxSynonyms))
            {
                Add(forms, tokens, FormKind.Synonym, form.Part);
            }
        }

        foreach (var form in asWritten)
        {
            foreach (var tokens in Hypernyms.Of(form.Tokens, MaxBroader))
            {
                Add(forms, tokens, FormKind.Broader, form.Part, MaxForms + MaxBroader);
            }
        }

        return forms;
    }

    private static void Add(List<NameForm> forms, IReadOnlyList<string> tokens, FormKind kind, int part = 0, int most = MaxForms)
    {
        if (tokens.Count > 0 && forms.Count < most && !forms.Exists(f => f.Tokens.SequenceEqual(tokens)))
        {
            forms.Add(new NameForm(tokens, kind, part));
        }
    }

    [GeneratedRegex(@"[(\[（【〔][^)\]）】〕]*[)\]）】〕]")]
    private static partial Regex Brackets();

    [GeneratedRegex(@"[/／、|｜\\,，;；&＆]|\b(?:and|or)\b|[与或及]", RegexOptions.IgnoreCase)]
    private static partial Regex Separators();
}
