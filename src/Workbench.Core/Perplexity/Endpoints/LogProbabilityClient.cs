using LlmRec.Workbench.Models;
using LlmRec.Workbench.Models.Calls;

namespace LlmRec.Workbench.Perplexity.Endpoints;

/// <summary>Asks one endpoint, by one method, how probable a text is.</summary>
internal sealed class LogProbabilityClient(EndpointClient endpoint, LogProbabilityMethod method)
{
    public ModelProfile Profile => endpoint.Profile;

    public LogProbabilityMethod Method => method;

    /// <summary>Null where the model did not do what it was asked; throws <see cref="ModelCallException"/> when a call failed for good.</summary>
    public Task<TokenTotal?> AskAsync(string text, CancellationToken cancellationToken) => endpoint.PostAsync(
        method.Path,
        method.Ask(Profile.Model, text, endpoint.TokenLimitField),
        answer =>
        {
            try
            {
                return method.Read(answer, text);
            }
            catch (UnfitAnswerException unfit)
            {
                throw new ModelCallException(
                    $"Model profile '{Profile.Name}': {Profile.Endpoint!.Authority} gave no usable log-probabilities by the method '{method.Name}': {unfit.Message}. "
                    + $"Check that the server supports it, or set {Profile.KeyOf(nameof(ModelProfileOptions.LogProbabilities))} to another method.",
                    attempts: 1,
                    unfit,
                    CallFailure.UnreadableAnswer);
            }
        },
        cancellationToken);
}
