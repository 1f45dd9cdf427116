using LlmRec.Workbench.Security;
using Microsoft.Extensions.AI;

namespace LlmRec.Workbench.Models;

/// <summary>Makes one minimal call to a model, past the cache and without retries, and tells exactly what happened.</summary>
public sealed class ConnectionTester(ModelProfiles profiles, TimeProvider time)
{
    private const string Question = "Reply with the word OK.";
    private const int MaxOutputTokens = 16;

    public async Task<ConnectionTest> TestAsync(Caller caller, string profile, CancellationToken cancellationToken = default)
    {
        caller.Demand(Policies.RunModels);
        var tested = profiles.Get(profile);
        var client = profiles.GetProbe(tested.Name);
        var start = time.GetTimestamp();
        try
        {
            var response = await client.GetResponseAsync(Question, new ChatOptions { MaxOutputTokens = MaxOutputTokens }, cancellationToken);
            return new ConnectionTest
            {
                Profile = tested.Name,
                Ok = true,
                Latency = time.GetElapsedTime(start),
                Model = response.ModelId ?? tested.Model,
                Answer = response.Text,
                InputTokens = response.Usage?.InputTokenCount ?? 0,
                OutputTokens = response.Usage?.OutputTokenCount ?? 0,
            };
        }
        catch (ModelCallException error)
        {
            return new ConnectionTest
            {
                Profile = tested.Name,
                Ok = false,
                Latency = time.GetElapsedTime(start),
                Problem = error.Message,
                Failure = error.Failure,
            };
        }
    }
}
