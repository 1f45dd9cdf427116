using System.Text.Json;
using System.Text.Json.Nodes;
using LlmRec.Workbench.Models;

namespace LlmRec.Workbench.Perplexity.Endpoints;

/// <summary>One way to ask an OpenAI-compatible server how probable the tokens of a text are.</summary>
internal abstract class LogProbabilityMethod
{
    /// <summary>One of <see cref="LogProbabilityMethods.All"/>.</summary>
    public abstract string Name { get; }

    /// <summary>Below the base URL.</summary>
    public abstract string Path { get; }

    public static LogProbabilityMethod Of(string name) => name switch
    {
        LogProbabilityMethods.Echo => new EchoMethod(),
        LogProbabilityMethods.PromptLogprobs => new PromptLogprobsMethod(),
        LogProbabilityMethods.ChatRepeat => new ChatRepeatMethod(),
        _ => throw new ArgumentOutOfRangeException(nameof(name), name, $"Known: {string.Join(", ", LogProbabilityMethods.All)}."),
    };

    /// <summary>The request's body.</summary>
    /// <param name="model">The model's name.</param>
    /// <param name="text">The text to score.</param>
    /// <param name="tokenLimitField">How this server calls the limit of a chat answer's length.</param>
    public abstract JsonObject Ask(string model, string text, string tokenLimitField);

    /// <summary>
    /// Reads the answer; null where the model did not do what it was asked. Throws <see cref="UnfitAnswerException"/> where the answer has no
    /// log-probabilities, or ones that cannot be true.
    /// </summary>
    public abstract TokenTotal? Read(JsonElement answer, string text);

    protected static JsonElement Choice(JsonElement answer) =>
        Member(answer, "choices") is { ValueKind: JsonValueKind.Array } choices && choices.GetArrayLength() > 0
            ? choices[0]
            : throw new UnfitAnswerException("the answer has no choices");

    /// <summary>A member of an object; an undefined element where it is missing or null.</summary>
    protected static JsonElement Member(JsonElement json, string name) =>
        json.ValueKind == JsonValueKind.Object && json.TryGetProperty(name, out var value) && value.ValueKind != JsonValueKind.Null ? value : default;

    protected static JsonElement Array(JsonElement json, string name) => Member(json, name) is { ValueKind: JsonValueKind.Array } array
        ? array
        : throw new UnfitAnswerException($"'{name}' is missing");

    protected static string Text(JsonElement json, string name) => Member(json, name) is { ValueKind: JsonValueKind.String } text ? text.GetString()! : "";

    /// <summary>A natural log-probability: a finite number, at most 0 but for rounding.</summary>
    protected static double LogProbability(JsonElement value, int token)
    {
        const double Rounding = 0.01;
        return value.ValueKind == JsonValueKind.Number && value.TryGetDouble(out var log) && double.IsFinite(log) && log <= Rounding
            ? Math.Min(log, 0)
            : throw new UnfitAnswerException($"the log-probability of token {token} is {(value.ValueKind == JsonValueKind.Undefined ? "missing" : value.GetRawText())}");
    }
}
