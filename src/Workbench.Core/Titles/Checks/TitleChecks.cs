using System.Globalization;
using LlmRec.Workbench.Titles.Text;

namespace LlmRec.Workbench.Titles.Checks;

/// <summary>Checks a normalised title against the published rules. Static, never throws, whatever the texts hold; takes time proportional to their lengths.</summary>
public static class TitleChecks
{
    /// <summary>The names of the broken checks (<see cref="TitleViolations"/>), in their published order; empty when the sentence is sound.</summary>
    /// <param name="facts">What must not be lost. Null asks for the brand that the attributes name and for nothing else.</param>
    /// <param name="rules">The rules of the title's own language when null.</param>
    public static IReadOnlyList<string> Check(TitleText title, string sentence, TitleFacts? facts = null, TitleRules? rules = null)
    {
        rules ??= TitleRules.For(title.Title);
        facts ??= new TitleFacts([], BrandAttribute.Of(title));
        return Check(title, WordSource.Of(title), sentence, facts, rules);
    }

    /// <param name="source">The words of <paramref name="title"/>, read once for all the sentences that are tried.</param>
    internal static IReadOnlyList<string> Check(TitleText title, WordSource source, string sentence, TitleFacts facts, TitleRules rules)
    {
        var said = Openings.Cut(sentence, rules);
        return IsEmpty(said)
            ? [TitleViolations.Empty]
            : [.. Checks(title, source, sentence, said, rules).Concat(Losses(sentence, facts)).Where(check => check.Broken).Select(check => check.Name)];
    }

    /// <summary>The length that <see cref="TitleRules.MaxLength"/> bounds: text elements without the blanks around the sentence.</summary>
    public static int Length(string sentence)
    {
        var trimmed = sentence.AsSpan().Trim();
        var length = 0;
        for (; trimmed.Length > 0; length++)
        {
            trimmed = trimmed[StringInfo.GetNextTextElementLength(trimmed)..];
        }

        return length;
    }

    private static IEnumerable<(string Name, bool Broken)> Checks(TitleText title, WordSource source, string sentence, string said, TitleRules rules) =>
    [
        (TitleViolations.Refusal, Refusals.IsRefusal(sentence, title.Title)),
        (TitleViolations.NoOpening, !Openings.Begins(sentence, rules)),
        (TitleViolations.TooLong, Length(sentence) > rules.MaxLength),
        (TitleViolations.SeveralSentences, SentenceCount.Of(said) > 1),
        (TitleViolations.ForeignWords, TitleMarks.HasForeignWords(source, sentence, rules)),
    ];

    private static IEnumerable<(string Name, bool Broken)> Losses(string sentence, TitleFacts facts) =>
    [
        (TitleViolations.LostBrand, facts.Brands.Count > 0 && !facts.Brands.Any(brand => KeptWords.KeepsBrand(sentence, brand))),
        (TitleViolations.LostProductWord, facts.Products.Count > 0 && !facts.Products.Any(product => KeptWords.KeepsProduct(sentence, product))),
    ];

    private static bool IsEmpty(string said) => FoldedText.Fold(said).All(CharacterKind.IsGap);
}
