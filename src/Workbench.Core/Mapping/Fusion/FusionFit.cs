namespace LlmRec.Workbench.Mapping.Fusion;

/// <summary>Coefficients that were fitted on this site's judgments, with the report on held-out ones. Changes nothing until settings name it.</summary>
public sealed class FusionFit
{
    public int Id { get; init; }
    public DateTimeOffset At { get; init; }
    public required string By { get; init; }

    /// <summary>Judged texts that it was fitted on and measured with.</summary>
    public int Examples { get; init; }

    /// <summary><see cref="FusionCoefficients"/> as JSON.</summary>
    public required string Coefficients { get; init; }

    /// <summary>Before and after, as JSON.</summary>
    public required string Report { get; init; }
}
