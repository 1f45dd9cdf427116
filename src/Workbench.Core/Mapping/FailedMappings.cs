namespace LlmRec.Workbench.Mapping;

/// <summary>How many texts could not be mapped and why: the reason of one of them, empty for none.</summary>
public sealed record FailedMappings(int Count, string Reason)
{
    public static FailedMappings None { get; } = new(0, "");
}
