namespace LlmRec.Workbench.Complements;

/// <summary>How far the complements have come: pairs by mapping outcome and by judgment.</summary>
public sealed record ComplementCounts
{
    public int Mentions { get; init; }
    public int Pairs { get; init; }
    public int Mapped { get; init; }
    public int Ambiguous { get; init; }

    /// <summary>Pairs for whose text the machine found no category.</summary>
    public int NoCategory { get; init; }

    public int Failed { get; init; }

    /// <summary>Pairs that a person has decided about, in whatever way.</summary>
    public int Judged { get; init; }

    public int Approved { get; init; }
}
