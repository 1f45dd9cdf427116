namespace LlmRec.Workbench.Models;

/// <summary>One chat model as configuration has it (section <c>Models:Profiles:{name}</c>).</summary>
public sealed class ModelProfileOptions : ProviderOptions
{
    public decimal OutputPricePerMillion { get; set; }

    /// <summary>One of <see cref="TokenLimitFields"/>.</summary>
    public string TokenLimitField { get; set; } = TokenLimitFields.MaxTokens;

    /// <summary>Makes the model a scorer of perplexity too: one of <see cref="LogProbabilityMethods.Settings"/>.</summary>
    public string LogProbabilities { get; set; } = "";

    /// <summary>A JSON object whose members are added to every request, for settings that only one provider has.</summary>
    public string ExtraBody { get; set; } = "";
}
