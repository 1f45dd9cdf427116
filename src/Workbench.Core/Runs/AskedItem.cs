namespace LlmRec.Workbench.Runs;

/// <summary>What asking about one subject gave, before anything is stored.</summary>
public sealed record AskedItem(RunSubject Subject, ItemOutcome Outcome)
{
    /// <summary>Null when the call failed.</summary>
    public RunAnswer? Reading { get; init; }
    public int Attempts { get; init; }
    public bool FromCache { get; init; }
    public int LatencyMs { get; init; }
    public int InputTokens { get; init; }
    public int OutputTokens { get; init; }
    public decimal Cost { get; init; }
    public string PromptSent { get; init; } = "";
    public string Answer { get; init; } = "";
    public string Error { get; init; } = "";
}
