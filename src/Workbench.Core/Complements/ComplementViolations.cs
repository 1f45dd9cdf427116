namespace LlmRec.Workbench.Complements;

/// <summary>The names of the rules that an answer can break, as they are stored with the run item and shown.</summary>
public static class ComplementViolations
{
    /// <summary>The answer holds nothing but white space, quotes or reasoning.</summary>
    public const string Empty = "empty";

    /// <summary>The model declined to answer.</summary>
    public const string Refusal = "refusal";

    /// <summary>Text is there, but no part of it reads as a category name.</summary>
    public const string NoNames = "no-names";

    /// <summary>The names do not stand between three quote marks.</summary>
    public const string MissingQuotes = "missing-quotes";

    /// <summary>The names are separated by something else than commas: lines, semicolons, spaces, JSON.</summary>
    public const string NotCommaSeparated = "not-comma-separated";

    /// <summary>There is text around the names: an introduction, reasoning, an afterword, a label, or an explanation behind a name.</summary>
    public const string Explanation = "explanation";

    /// <summary>The category that was asked about is among its own complements; it is left out.</summary>
    public const string OwnName = "own-name";

    /// <summary>A name stands there more than once; the later ones are left out.</summary>
    public const string Duplicate = "duplicate";

    /// <summary>A part is longer than a category name can be; it is left out.</summary>
    public const string TooLongName = "too-long-name";

    /// <summary>There are more names than are kept.</summary>
    public const string TooMany = "too-many";

    /// <summary>The answer stops in the middle, for example inside a JSON array or an open quote.</summary>
    public const string Truncated = "truncated";

    /// <summary>Every name, in the order in which they are reported.</summary>
    public static IReadOnlyList<string> All { get; } =
    [
        Empty, Refusal, NoNames, MissingQuotes, NotCommaSeparated, Explanation, OwnName, Duplicate, TooLongName, TooMany, Truncated,
    ];
}
