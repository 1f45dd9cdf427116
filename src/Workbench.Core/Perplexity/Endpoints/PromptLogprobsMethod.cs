using System.Text.Json;
using System.Text.Json.Nodes;
using LlmRec.Workbench.Models;

namespace LlmRec.Workbench.Perplexity.Endpoints;

/// <summary>
/// vLLM's <c>prompt_logprobs</c>: for each token of the prompt an object from token IDs to log-probabilities, the prompt's own token first. The first
/// token of the text has nothing before it, its entry is null, and it is left out.
/// </summary>
internal sealed class PromptLogprobsMethod : LogProbabilityMethod
{
    public override string Name => LogProbabilityMethods.PromptLogprobs;

    public override string Path => "completions";

    public override JsonObject Ask(string model, string text, string tokenLimitField) => new()
    {
        ["model"] = model,
        ["prompt"] = text,
        ["max_tokens"] = 1,
        ["temperature"] = 0,
        ["prompt_logprobs"] = 0,
    };

    public override TokenTotal? Read(JsonElement answer, string text)
    {
        // Older servers put the list beside the choices.
        var choice = Choice(answer);
        var tokens = Array(Member(choice, "prompt_logprobs").ValueKind == JsonValueKind.Array ? choice : answer, "prompt_logprobs");
        var (sum, count, index) = (0d, 0, 0);
        foreach (var token in tokens.EnumerateArray())
        {
            if (index > 0 || token.ValueKind != JsonValueKind.Null)
            {
                sum += LogProbability(Own(token), index);
                count++;
            }

            index++;
        }

        return index > 0 ? new TokenTotal(sum, count) : throw new UnfitAnswerException("'prompt_logprobs' is empty");
    }

    private static JsonElement Own(JsonElement token)
    {
        if (token.ValueKind != JsonValueKind.Object)
        {
            return token;
        }

        foreach (var candidate in token.EnumerateObject())
        {
            return candidate.Value.ValueKind == JsonValueKind.Object ? Member(candidate.Value, "logprob") : candidate.Value;
        }

        return default;
    }
}
