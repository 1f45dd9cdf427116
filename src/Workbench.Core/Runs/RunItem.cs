namespace LlmRec.Workbench.Runs;

/// <summary>One subject of a run: what was asked, what came back and what it cost.</summary>
public sealed class RunItem
{
    public long Id { get; init; }
    public int RunId { get; init; }

    /// <summary>Order within the run, from 0; shards are ranges of it.</summary>
    public int Position { get; init; }

    /// <summary>ID of the category or product that the item is about.</summary>
    public required string SubjectId { get; init; }

    /// <summary>What a person calls the subject: a category's path or a product's title, as it was when the run was planned.</summary>
    public required string SubjectName { get; init; }

    public ItemOutcome Outcome { get; set; }

    /// <summary>Calls made for this item over all its tries; 0 when the answer came from the cache.</summary>
    public int Attempts { get; set; }

    public bool FromCache { get; set; }

    /// <summary>From sending to the whole answer, in milliseconds, retries included, waiting for a free place of the model profile not.</summary>
    public int LatencyMs { get; set; }

    public int InputTokens { get; set; }
    public int OutputTokens { get; set; }

    /// <summary>In the run's currency; 0 for a cached answer.</summary>
    public decimal Cost { get; set; }

    /// <summary>The exact messages sent, as a JSON array of {role, text}.</summary>
    public string PromptSent { get; set; } = "";

    public string Answer { get; set; } = "";

    /// <summary>Names of the rules that the answer breaks, comma-separated.</summary>
    public string Violations { get; set; } = "";

    /// <summary>Why the call failed, for a person; empty otherwise.</summary>
    public string Error { get; set; } = "";

    public DateTimeOffset? FinishedAt { get; set; }
}
