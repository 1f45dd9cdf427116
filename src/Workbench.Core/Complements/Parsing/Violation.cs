namespace LlmRec.Workbench.Complements.Parsing;

/// <summary>The broken rules of one answer as bits, in the order of <see cref="ComplementViolations.All"/>.</summary>
[Flags]
internal enum Violation
{
    None = 0,
    Empty = 1 << 0,
    Refusal = 1 << 1,
    NoNames = 1 << 2,
    MissingQuotes = 1 << 3,
    NotCommaSeparated = 1 << 4,
    Explanation = 1 << 5,
    OwnName = 1 << 6,
    Duplicate = 1 << 7,
    TooLongName = 1 << 8,
    TooMany = 1 << 9,
    Truncated = 1 << 10,
}

internal static class ViolationNames
{
    private static readonly string[]?[] Known = new string[]?[1 << 11];

    /// <summary>The names of the bits; the arrays are shared, because only a few combinations ever occur.</summary>
    public static IReadOnlyList<string> Of(Violation violations) => Known[(int)violations] ??= Build(violations);

    private static string[] Build(Violation violations) =>
        ComplementViolations.All.Where((_, bit) => ((int)violations & (1 << bit)) != 0).ToArray();
}
