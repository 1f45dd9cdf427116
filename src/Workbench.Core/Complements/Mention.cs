namespace LlmRec.Workbench.Complements;

/// <summary>One category name in free text as the model gave it for a source category.</summary>
public sealed class Mention
{
    public int RunId { get; init; }
    public long RunItemId { get; init; }
    public required string SourceId { get; init; }
    public required string Text { get; init; }

    /// <summary>1 for the first name of the answer.</summary>
    public int Rank { get; init; }

    public long PairId { get; init; }

    /// <summary>Loaded only where a query asks for it.</summary>
    public Pair? Pair { get; init; }
}
