namespace LlmRec.Workbench.Mapping.Fusion;

/// <summary>One candidate as the trainer reads it.</summary>
internal sealed class FusionRow
{
    public required float[] Features { get; init; }
    public bool Label { get; init; }
    public float Weight { get; init; }
}
