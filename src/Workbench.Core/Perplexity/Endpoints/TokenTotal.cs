namespace LlmRec.Workbench.Perplexity.Endpoints;

/// <summary>The sum of the natural log-probabilities of so many tokens.</summary>
internal readonly record struct TokenTotal(double Log, int Tokens);
