namespace LlmRec.Workbench.Runs;

/// <summary>How one item ended. The four are never mixed and are counted apart everywhere.</summary>
public enum ItemOutcome
{
    /// <summary>Not asked yet.</summary>
    Pending,

    /// <summary>The answer was understood and holds at least one result.</summary>
    Succeeded,

    /// <summary>The model had nothing to say: empty, a refusal, or no recorded knowledge.</summary>
    NoAnswer,

    /// <summary>The answer breaks a rule that makes it unusable.</summary>
    Invalid,

    /// <summary>The call failed; nothing is known about the answer.</summary>
    Failed,
}
