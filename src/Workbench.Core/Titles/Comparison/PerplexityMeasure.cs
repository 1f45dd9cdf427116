using LlmRec.Workbench.Perplexity;

namespace LlmRec.Workbench.Titles.Comparison;

/// <summary>Which perplexity is compared. All are 10 to the power of the mean negative log10 probability; lower is likelier text.</summary>
/// <param name="PerCharacter">The mean is per character of the text (without blanks) instead of per token (with the end of the sentence).</param>
/// <param name="WithoutUnknown">Words that the model does not know are left out. Per character their characters still count, so that figure is a little low.</param>
/// <param name="WithoutOpening">
/// The fixed opening of a normalised title is cut off first and the rest is scored as a text of its own: the opening is easy to predict and flatters.
/// </param>
public sealed record PerplexityMeasure(bool PerCharacter = false, bool WithoutUnknown = false, bool WithoutOpening = false)
{
    public static PerplexityMeasure Default { get; } = new();

    /// <summary>As files name it, for example <c>per-token</c> or <c>per-character, without unknown words, without opening</c>.</summary>
    public string Name =>
        (PerCharacter ? "per-character" : "per-token") + (WithoutUnknown ? ", without unknown words" : "") + (WithoutOpening ? ", without opening" : "");

    /// <summary>NaN where the score has nothing to divide by.</summary>
    public double Of(TextScore? score)
    {
        var value = (score, PerCharacter, WithoutUnknown) switch
        {
            (null, _, _) => double.NaN,
            (_, false, false) => score.PerToken,
            (_, false, true) => score.PerTokenWithoutOov,
            (_, true, false) => score.PerCharacter,
            (_, true, true) => (score with { Log10 = score.Log10 - score.OovLog10 }).PerCharacter,
        };
        return double.IsFinite(value) ? value : double.NaN;
    }

    /// <summary>The part of a normalised title that is scored.</summary>
    public string TextOf(string sentence) => WithoutOpening ? CutOpening(sentence) : sentence;

    private static string CutOpening(string sentence)
    {
        var text = sentence.TrimStart();
        foreach (var rules in (TitleRules[])[TitleRules.Chinese, TitleRules.English])
        {
            if (text.StartsWith(rules.Opening, StringComparison.OrdinalIgnoreCase))
            {
                return text[rules.Opening.Length..].TrimStart(' ', '：', ':');
            }
        }

        return text;
    }
}
