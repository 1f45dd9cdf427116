using CsCheck;
using LlmRec.Workbench.Titles;
using LlmRec.Workbench.Titles.Baseline;
using LlmRec.Workbench.Titles.Checks;

namespace LlmRec.Workbench.Tests.Titles;

public sealed class BaselinePropertyTests
{
    private static readonly BaselineNormaliser Normaliser = Create();

    private static readonly Gen<TitleText> Titles = Gen.Select(OddTexts.Any, OddTexts.Any, OddTexts.Any)
        .Select((title, brand, material) => new TitleText(title, new Dictionary<string, string> { ["品牌"] = brand, ["材质"] = material }));

    [Fact]
    public void Normalise_AnyTitle_IsEmptyOrBreaksNoCheck() => Titles.Sample(title =>
    {
        var sentence = Normaliser.Normalise(title).Sentence;

        (sentence.Length == 0 ? [] : TitleChecks.Check(title, sentence, Normaliser.Facts(title))).ShouldBeEmpty();
    }, iter: 5_000);

    [Fact]
    public void Normalise_AnyTitle_SaysTheProductThatItNames() => Titles.Sample(title =>
    {
        var baseline = Normaliser.Normalise(title);

        baseline.Sentence.ShouldContain(baseline.Product ?? "", Case.Insensitive);
    }, iter: 3_000);

    private static BaselineNormaliser Create()
    {
        var words = new LexiconBuilder();
        LexiconSources.AddBundled(words);
        return new BaselineNormaliser(words);
    }
}
