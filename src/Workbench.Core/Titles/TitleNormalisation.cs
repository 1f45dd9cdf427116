namespace LlmRec.Workbench.Titles;

/// <summary>
/// One sentence proposed for one item's listing title: the unit of review. Answers of several runs that say the same share one row; <see cref="TitleAnswer"/> links them.
/// </summary>
public sealed class TitleNormalisation
{
    public long Id { get; init; }
    public required string ItemId { get; init; }

    /// <summary>The item's category when the sentence was made; null for an item without one.</summary>
    public string? CategoryId { get; init; }

    /// <summary>The listing title as it was asked about.</summary>
    public required string RawTitle { get; init; }

    /// <summary>The proposed sentence.</summary>
    public required string Sentence { get; init; }

    /// <summary>Tells title and sentence from all others of the item, see <see cref="TitleKey"/>.</summary>
    public required string Key { get; init; }

    public TitleSource Source { get; set; }

    /// <summary>Names of the checks that the sentence fails, comma-separated.</summary>
    public string Violations { get; set; } = "";

    /// <summary>What the newest judgment that stands says; without one see <see cref="Unjudged"/>.</summary>
    public TitleState State { get; set; }

    /// <summary>The sentence as a person approved it, edited or not; empty unless approved.</summary>
    public string ApprovedText { get; set; } = "";

    public long? JudgmentId { get; set; }

    /// <summary>Goes up with every judgment; a judgment made against an older number is a conflict.</summary>
    public int Version { get; set; }

    /// <summary>Whether it is the newest of its item; older ones that nobody has judged leave the queues.</summary>
    public bool IsNewest { get; set; } = true;

    /// <summary>The language model behind the two perplexities; null where none was there to measure.</summary>
    public string? ScorerName { get; set; }

    /// <summary>Per token of the raw title, end of sentence counted.</summary>
    public double? RawPerplexity { get; set; }

    /// <summary>Per token of the sentence, end of sentence counted.</summary>
    public double? Perplexity { get; set; }

    /// <summary>Perplexity of the sentence over that of the raw title: below 1 is a gain; 0 while not measured. Computed by the database, for the queue's order.</summary>
    public double PerplexityRatio { get; private set; }

    /// <summary><see cref="CategoryId"/>, or empty without one. Computed by the database, so that no order treats null apart.</summary>
    public string CategoryKey { get; private set; } = "";

    public DateTimeOffset CreatedAt { get; init; }

    /// <summary>Where the row stands while no judgment decides.</summary>
    public TitleState Unjudged => Violations.Length > 0 || Source == TitleSource.Rule ? TitleState.Repair : TitleState.Waiting;
}
