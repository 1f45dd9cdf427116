namespace LlmRec.LlmSimulator;

/// <summary>The ways in which a simulated server tells log-probabilities.</summary>
[Flags]
public enum LogProbabilityModes
{
    None = 0,

    /// <summary><c>/completions</c> with <c>echo</c> and <c>logprobs</c>.</summary>
    Echo = 1,

    /// <summary><c>/completions</c> with <c>prompt_logprobs</c>.</summary>
    Prompt = 2,

    /// <summary>Chat with <c>logprobs</c>; a model that is asked to repeat a text does.</summary>
    Chat = 4,

    All = Echo | Prompt | Chat,
}
