namespace LlmRec.Workbench.Perplexity.Endpoints;

/// <summary>The server answered, but without the log-probabilities that were asked for: the message says what is missing or wrong.</summary>
internal sealed class UnfitAnswerException(string message) : Exception(message);
