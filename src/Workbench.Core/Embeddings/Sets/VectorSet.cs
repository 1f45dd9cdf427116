namespace LlmRec.Workbench.Embeddings;

/// <summary>Vectors of titles made by one generator, whitened or not; the vectors are in the data folder, this row says what they are and whether they are whole.</summary>
public sealed class VectorSet
{
    public int Number { get; init; }

    /// <summary><c>raw</c> or <c>normalised</c>.</summary>
    public required string Text { get; init; }

    public required string Generator { get; init; }

    /// <summary>As the generator gives them; 0 until the first vector is there.</summary>
    public int Dimensions { get; set; }

    /// <summary>After whitening; null for vectors as they come.</summary>
    public int? TargetDimensions { get; init; }

    public VectorSetStatus Status { get; set; }

    /// <summary>Why it failed, for a person; empty otherwise.</summary>
    public string Error { get; set; } = "";

    public int Total { get; set; }
    public int Done { get; set; }

    /// <summary>JSON of the whitening report; empty until finished.</summary>
    public string Report { get; set; } = "";

    public required string CreatedBy { get; init; }
    public DateTimeOffset CreatedAt { get; init; }
    public DateTimeOffset? FinishedAt { get; set; }
}

/// <summary>Where making a <see cref="VectorSet"/> stands.</summary>
public enum VectorSetStatus
{
    Running,
    Finished,
    Failed,
    Cancelled,

    /// <summary>Nobody works on it yet.</summary>
    Waiting,

    /// <summary>The process ended while writing; nothing of it was kept.</summary>
    Abandoned,
}
