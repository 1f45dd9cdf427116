using LlmRec.Workbench.Models;
using Microsoft.Extensions.AI;

namespace LlmRec.Workbench.Runs;

/// <summary>Asks the model about one subject and reads the answer; whatever goes wrong is an outcome with a reason.</summary>
public sealed class ItemAsker(ModelProfiles models, PromptMessages prompts)
{
    /// <summary>Throws only when <paramref name="cancellationToken"/> is cancelled.</summary>
    public async Task<AskedItem> AskAsync(RunPlan plan, RunSubject subject, CancellationToken cancellationToken)
    {
        var asked = new AskedItem(subject, ItemOutcome.Failed);
        try
        {
            var messages = await prompts.RenderAsync(plan, subject, cancellationToken);
            asked = asked with { PromptSent = PromptMessages.ToJson(messages) };
            var response = await models.GetChatClient(plan.Profile.Name)
                .GetResponseAsync(messages, PromptMessages.Options(plan, subject), cancellationToken);
            asked = WithResponse(asked, plan.Profile, response);
            var reading = await plan.Kind.ReadAsync(subject, asked.Answer, cancellationToken);
            return asked with { Outcome = reading.Outcome, Reading = reading };
        }
        catch (ModelCallException error)
        {
            return asked with { Error = error.Message, Attempts = error.Attempts };
        }
        catch (Exception error) when (error is not OperationCanceledException || !cancellationToken.IsCancellationRequested)
        {
            return asked with { Error = error.Message };
        }
    }

    private static AskedItem WithResponse(AskedItem asked, ModelProfile profile, ChatResponse response)
    {
        var cached = CallFacts.IsFromCache(response);
        return asked with
        {
            Answer = response.Text,
            Attempts = CallFacts.GetAttempts(response),
            FromCache = cached,
            LatencyMs = (int)CallFacts.GetLatency(response).TotalMilliseconds,
            InputTokens = (int)(response.Usage?.InputTokenCount ?? 0),
            OutputTokens = (int)(response.Usage?.OutputTokenCount ?? 0),
            Cost = cached ? 0 : ModelPrice.Cost(profile, response.Usage),
        };
    }
}
