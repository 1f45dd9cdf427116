using LlmRec.Workbench.Models;
using LlmRec.Workbench.Models.Calls;

namespace LlmRec.Workbench.Perplexity.Endpoints;

/// <summary>Finds out by which method an endpoint gives log-probabilities: the best first, each with one short text.</summary>
internal static class LogProbabilityProbe
{
    private const string Sample = "这个商品是一双白色的运动鞋。";

    /// <summary>The client of the best method that works. Throws <see cref="ModelCallException"/> where the endpoint cannot be asked, or does none of them.</summary>
    public static async Task<LogProbabilityClient> FindAsync(EndpointClient endpoint, CancellationToken cancellationToken)
    {
        var refusals = new List<string>();
        foreach (var method in LogProbabilityMethods.All)
        {
            var client = new LogProbabilityClient(endpoint, LogProbabilityMethod.Of(method));
            try
            {
                if (await client.AskAsync(Sample, cancellationToken) is { Tokens: > 0 })
                {
                    return client;
                }

                refusals.Add($"{method}: the model did not repeat the text");
            }
            catch (ModelCallException error) when (IsRefusal(error.Failure))
            {
                refusals.Add($"{method}: {(error.InnerException as UnfitAnswerException)?.Message ?? error.Failure.ToString()}");
            }
        }

        throw new ModelCallException(
            $"Model profile '{endpoint.Profile.Name}': {endpoint.Profile.Endpoint!.Authority} gives no log-probabilities ({string.Join("; ", refusals)}). "
            + $"Remove {endpoint.Profile.KeyOf(nameof(ModelProfileOptions.LogProbabilities))}, or use a server that does, such as vLLM.",
            LogProbabilityMethods.All.Count,
            failure: CallFailure.BadRequest);
    }

    // A server that is down or overloaded says nothing about what it can do; going on would settle for a worse method.
    private static bool IsRefusal(CallFailure failure) => failure is CallFailure.BadRequest or CallFailure.NotFound or CallFailure.UnreadableAnswer;
}
