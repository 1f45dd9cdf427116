namespace LlmRec.Workbench.Mapping.Evaluation;

/// <summary>One name of a gold set.</summary>
public sealed class GoldRow
{
    private const char Separator = '|';

    public int GoldSetId { get; init; }

    /// <summary>1 for the first row of the file.</summary>
    public int Number { get; init; }

    public required string Name { get; init; }

    /// <summary>The right category IDs, joined by '|'; any of them counts.</summary>
    public required string CategoryIds { get; init; }

    /// <summary>The part of the set that it is counted with too; empty for none.</summary>
    public string Stratum { get; init; } = "";

    public IReadOnlyList<string> Categories() => CategoryIds.Split(Separator, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
}
