using System.Text.Json;
using System.Text.Json.Nodes;
using LlmRec.Workbench.Models;

namespace LlmRec.Workbench.Perplexity.Endpoints;

/// <summary>
/// <c>/completions</c> that repeats the prompt before the answer (<c>echo</c>) with the log-probability of every token. One token is generated, because
/// servers disagree on what none means, and left out. The first token has nothing before it: where its log-probability is null, it is left out too.
/// </summary>
internal sealed class EchoMethod : LogProbabilityMethod
{
    public override string Name => LogProbabilityMethods.Echo;

    public override string Path => "completions";

    public override JsonObject Ask(string model, string text, string tokenLimitField) => new()
    {
        ["model"] = model,
        ["prompt"] = text,
        ["max_tokens"] = 1,
        ["temperature"] = 0,
        ["echo"] = true,
        ["logprobs"] = 1,
    };

    public override TokenTotal? Read(JsonElement answer, string text)
    {
        var choice = Choice(answer);
        if (!Text(choice, "text").TrimStart().StartsWith(text, StringComparison.Ordinal))
        {
            throw new UnfitAnswerException("the answer does not begin with the prompt, so 'echo' is not supported");
        }

        var probabilities = Member(choice, "logprobs");
        var tokens = Array(probabilities, "token_logprobs");
        var (sum, count) = (0d, 0);
        for (var i = 0; i < PromptTokens(answer, probabilities, tokens.GetArrayLength(), text); i++)
        {
            if (i > 0 || tokens[0].ValueKind != JsonValueKind.Null)
            {
                sum += LogProbability(tokens[i], i);
                count++;
            }
        }

        return new TokenTotal(sum, count);
    }

    /// <summary>How many of the tokens are the prompt's: by the usage that the server counts, else by where the tokens stand in the text.</summary>
    private static int PromptTokens(JsonElement answer, JsonElement probabilities, int all, string text)
    {
        if (Member(Member(answer, "usage"), "prompt_tokens") is { ValueKind: JsonValueKind.Number } counted && counted.TryGetInt32(out var prompt) && prompt > 0)
        {
            return prompt <= all ? prompt : throw new UnfitAnswerException($"the prompt has {prompt} tokens, but there are log-probabilities for {all}");
        }

        // Servers count Unicode scalar values.
        var length = text.EnumerateRunes().Count();
        return Array(probabilities, "text_offset").EnumerateArray()
            .Count(o => o.ValueKind == JsonValueKind.Number && o.TryGetInt32(out var offset) && offset < length);
    }
}
