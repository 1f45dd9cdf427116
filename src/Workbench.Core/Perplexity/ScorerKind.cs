namespace LlmRec.Workbench.Perplexity;

/// <summary>Where a scorer's probabilities come from.</summary>
public enum ScorerKind
{
    /// <summary>A KenLM n-gram model in the data folder.</summary>
    Kenlm,

    /// <summary>Token log-probabilities of a model behind an endpoint.</summary>
    Endpoint,
}
