namespace LlmRec.Workbench.Models;

/// <summary>The ways to have an OpenAI-compatible endpoint say how probable the tokens of a given text are, best first.</summary>
public static class LogProbabilityMethods
{
    /// <summary><c>/completions</c> with <c>echo</c> and <c>logprobs</c>.</summary>
    public const string Echo = "echo";

    /// <summary><c>/completions</c> with vLLM's <c>prompt_logprobs</c>.</summary>
    public const string PromptLogprobs = "prompt_logprobs";

    /// <summary>
    /// <c>/chat/completions</c> with <c>logprobs</c>: the model is asked to repeat the text, and the probabilities are those of repeating it. They say how
    /// surely it copies, not how likely the text is by itself: the last resort.
    /// </summary>
    public const string ChatRepeat = "chat-repeat";

    /// <summary>The first of the others that the endpoint can do, tried in this order.</summary>
    public const string Auto = "auto";

    /// <summary>The methods themselves, in the order in which they are tried.</summary>
    public static IReadOnlyList<string> All { get; } = [Echo, PromptLogprobs, ChatRepeat];

    /// <summary>What a profile may name.</summary>
    public static IReadOnlyList<string> Settings { get; } = [Auto, .. All];
}
