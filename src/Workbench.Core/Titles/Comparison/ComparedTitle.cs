namespace LlmRec.Workbench.Titles.Comparison;

/// <summary>The figures of one product: small, because a comparison of all products keeps one for each; the texts are read when a row is shown.</summary>
/// <param name="GroupId">The category on the level below the compared one; empty for a product without a category.</param>
/// <param name="Raw">Perplexities of raw title, normalised title and baseline by the measure that was asked for; NaN where there is none.</param>
public readonly record struct ComparedTitle(long RunItemId, long TitleId, int RunId, string GroupId, double Raw, double Sentence, double Baseline)
{
    /// <summary>log10 of normalised to raw: above 0 the sentence got worse; NaN where one is missing.</summary>
    public double Change => Math.Log10(Sentence / Raw);
}
