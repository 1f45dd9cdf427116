namespace LlmRec.Workbench.Mapping.Evaluation;

/// <summary>What a gold file holds; with any problem the file is not used, because a part of it would give other figures.</summary>
public sealed record GoldReading(IReadOnlyList<GoldName> Names, IReadOnlyList<GoldProblem> Problems);

/// <summary>A line that cannot be used, and why.</summary>
/// <param name="Line">1 for the first line of the file.</param>
/// <param name="Kind">What is wrong, for those who say it in another language.</param>
/// <param name="Reason">What is wrong and what to do, in English.</param>
public sealed record GoldProblem(int Line, GoldProblemKind Kind, string Reason)
{
    public override string ToString() => $"line {Line}: {Reason}";
}

/// <summary>What can be wrong with a gold file.</summary>
public enum GoldProblemKind
{
    NotUtf8,
    Header,
    Columns,
    NoName,
    NoIds,
    TooMany,
    Empty,
}
