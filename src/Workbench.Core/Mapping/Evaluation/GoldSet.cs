namespace LlmRec.Workbench.Mapping.Evaluation;

/// <summary>Names with the categories that they really mean, to measure the mapping with.</summary>
public sealed class GoldSet
{
    public int Id { get; init; }
    public required string Name { get; init; }
    public required string By { get; init; }
    public DateTimeOffset At { get; init; }
    public List<GoldRow> Rows { get; init; } = [];
}
