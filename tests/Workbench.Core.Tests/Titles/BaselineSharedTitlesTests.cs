using LlmRec.Workbench.Titles;
using LlmRec.Workbench.Titles.Baseline;
using LlmRec.Workbench.Titles.Checks;

namespace LlmRec.Workbench.Tests.Titles;

/// <summary>Holds what the baseline reaches on titles that other people annotated; the figures are in docs/decisions/titles.md.</summary>
public sealed class BaselineSharedTitlesTests
{
    private const int Half = 500;

    [Theory]
    [InlineData(0, 0.83, 0.84, 0.49)]
    [InlineData(Half, 0.83, 0.82, 0.40)]
    public void Normalise_AnnotatedTitles_KeepsProductsAndBrands(int skip, double products, double spoken, double brands)
    {
        var normaliser = SharedTitles.Normaliser();
        var rows = SharedTitles.Read().Skip(skip).Take(Half).Select(row => (Row: row, Said: normaliser.Normalise(TitleText.Of(row.Title)))).ToList();

        double Share(Func<(SharedTitles.Annotated Row, BaselineSentence Said), bool> holds) => rows.Count(holds) / (double)rows.Count;
        var branded = rows.Where(r => r.Row.Brand.Count > 0).ToList();
        TestContext.Current.TestOutputHelper?.WriteLine($"product {Share(r => r.Row.Found(r.Said.Product)):p1}, in the sentence {Share(r => r.Row.KeptIn(r.Said.Sentence)):p1}, "
            + $"either {Share(r => r.Row.Found(r.Said.Product) || r.Row.KeptIn(r.Said.Sentence)):p1}, brand {branded.Count(r => r.Row.KeepsBrand(r.Said.Sentence)) / (double)branded.Count:p1}, "
            + $"mean length {rows.Average(r => r.Said.Sentence.Length):0.0}, longest {rows.Max(r => r.Said.Sentence.Length)}, empty {Share(r => r.Said.Sentence.Length == 0):p1}");
        rows.ShouldSatisfyAllConditions(
            () => Share(r => r.Row.Found(r.Said.Product)).ShouldBeGreaterThanOrEqualTo(products),
            () => Share(r => r.Row.KeptIn(r.Said.Sentence)).ShouldBeGreaterThanOrEqualTo(spoken),
            () => (branded.Count(r => r.Row.KeepsBrand(r.Said.Sentence)) / (double)branded.Count).ShouldBeGreaterThanOrEqualTo(brands));
    }

    [Fact]
    public void Normalise_AnnotatedTitles_BreaksNoCheck()
    {
        var normaliser = SharedTitles.Normaliser();
        foreach (var title in SharedTitles.Read().Select(row => TitleText.Of(row.Title)))
        {
            var sentence = normaliser.Normalise(title).Sentence;

            (sentence.Length == 0 ? [] : TitleChecks.Check(title, sentence, normaliser.Facts(title))).ShouldBeEmpty($"{title.Title} → {sentence}");
        }
    }
}
