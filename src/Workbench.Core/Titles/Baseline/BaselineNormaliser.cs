using LlmRec.Workbench.Titles.Checks;
using LlmRec.Workbench.Titles.Text;

namespace LlmRec.Workbench.Titles.Baseline;

/// <summary>
/// Normalises titles by rule: the opening, the brand, a few telling words of the title and the attributes, the product word. No word is invented. Immutable and
/// thread-safe; <see cref="BaselineService"/> makes one for the site's data.
/// </summary>
public sealed class BaselineNormaliser
{
    private const int LongestRead = 2_000;
    private const int ProductsTried = 4;

    private readonly Lexicon _lexicon;
    private readonly ProductFinder _products;

    internal BaselineNormaliser(LexiconBuilder words)
    {
        _lexicon = words.Build();
        _products = new ProductFinder(words.Heads());
    }

    /// <summary>Never throws. A sentence that is not empty breaks no check. Of a very long title only the beginning is read.</summary>
    public BaselineSentence Normalise(TitleText title)
    {
        var reading = Read(title);
        return TitleRules.For(title.Title).Language is TitleLanguage.English ? English(title, reading) : Chinese(title, reading);
    }

    /// <summary>What a sentence about this product must not lose, for <see cref="TitleChecks.Check"/>.</summary>
    public TitleFacts Facts(TitleText title)
    {
        var reading = Read(title);
        if (TitleRules.For(title.Title).Language is TitleLanguage.English)
        {
            return new TitleFacts(EnglishSentence.Product(reading, EnglishSentence.Phrase(reading)) is { } product ? [product] : [], reading.SureBrands);
        }

        return new TitleFacts([.. reading.Products.Select(reading.Text).Distinct()], reading.SureBrands);
    }

    private static BaselineSentence Chinese(TitleText title, TitleReading reading)
    {
        var source = WordSource.Of(title);
        foreach (var product in reading.Products.Take(ProductsTried))
        {
            var tried = reading with { Products = [product, .. reading.Products.Where(p => p != product)] };
            if (FirstSound(title, source, tried, new TitleFacts([reading.Text(product)], reading.SureBrands)) is { } sentence)
            {
                return new BaselineSentence(sentence, reading.Text(product), reading.BrandText);
            }
        }

        return Unrecognised(title, source, reading);
    }

    // Nothing is known to be the product: the title's own words still say more than no sentence.
    private static BaselineSentence Unrecognised(TitleText title, WordSource source, TitleReading reading) =>
        ProductFinder.Remainder(reading.Title.Characters, reading.Parts) is { } rest
        && FirstSound(title, source, reading with { Products = [rest] }, new TitleFacts([.. reading.Products.Select(reading.Text)], reading.SureBrands)) is { } sentence
            ? new BaselineSentence(sentence, Product: null, reading.BrandText) : BaselineSentence.None;

    private static string? FirstSound(TitleText title, WordSource source, TitleReading reading, TitleFacts facts) => ChineseSentence.Drafts(title, reading)
        .Select(draft => ChineseSentence.Join(TitleRules.Chinese.Opening, draft))
        .FirstOrDefault(sentence => TitleChecks.Check(title, source, sentence, facts, TitleRules.Chinese).Count == 0);

    private static BaselineSentence English(TitleText title, TitleReading reading)
    {
        var phrase = EnglishSentence.Phrase(reading);
        var product = EnglishSentence.Product(reading, phrase);
        var facts = new TitleFacts(product is null ? [] : [product], reading.SureBrands);
        var brand = reading.BrandText is { } text && !KeptWords.KeepsBrand(string.Join(' ', phrase), text) ? [text] : Array.Empty<string>();
        var source = WordSource.Of(title);
        for (var count = phrase.Count; count > 0; count--)
        {
            var sentence = $"{TitleRules.English.Opening} {string.Join(' ', brand.Concat(phrase.TakeLast(count)))}";
            if (TitleChecks.Check(title, source, sentence, facts, TitleRules.English).Count == 0)
            {
                return new BaselineSentence(sentence, product, reading.BrandText);
            }
        }

        return BaselineSentence.None;
    }

    private TitleReading Read(TitleText title)
    {
        var described = HiddenInstructions.Remove(title.Title);
        var folded = FoldedText.Of(described.Length > LongestRead ? described[..LongestRead] : described);
        var parts = TitleParts.Of(folded.Characters, _lexicon);
        var attribute = BrandAttribute.Of(title);
        var brand = BrandFinder.Find(folded, parts, attribute);
        var products = _products.Find(folded.Characters, parts);
        products.RemoveAll(p => brand is { } b && p.Start < b.End && b.Start < p.End);
        return new TitleReading(folded, parts, products, brand) { Attribute = attribute };
    }
}
