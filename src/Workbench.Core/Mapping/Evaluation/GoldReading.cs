namespace LlmRec.Workbench.Mapping.Evaluation;

/// <summary>What a gold file holds; with any problem the file is not used, because a part of it would give other figures.</summary>
public sealed record GoldReading(IReadOnlyList<GoldName> Names, IReadOnlyList<GoldProblem> Problems);

/// <summary>A line that cannot be used, and why.</summary>
/// <param name="Line">1 for the first line of the file.</param>
public sealed record GoldProblem(int Line, string Reason)
{
    public override string ToString() => $"line {Line}: {Reason}";
}
