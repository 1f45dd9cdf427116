namespace LlmRec.Workbench.Mapping.Choices;

/// <summary>What was ordered with a run: when it is completed, the model shall choose among the candidates of the names that it left unclear.</summary>
public sealed class ChoiceOrder
{
    /// <summary>The run whose names are meant.</summary>
    public int RunId { get; init; }

    /// <summary>Who ordered it; the choices run is started in this name.</summary>
    public required string By { get; init; }

    public DateTimeOffset At { get; init; }

    /// <summary>When it was taken up; null while the run goes on.</summary>
    public DateTimeOffset? TakenAt { get; set; }

    /// <summary>The run that chooses; null before it is started and where none was needed.</summary>
    public int? ChoiceRunId { get; set; }

    /// <summary>Why no run was started, for a person; empty otherwise.</summary>
    public string Note { get; set; } = "";

    public bool IsSettled => ChoiceRunId is not null || Note.Length > 0;
}
