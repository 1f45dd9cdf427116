using System.Globalization;
using LlmRec.Workbench.Runs;

namespace LlmRec.Workbench.Titles.Answers;

/// <summary>
/// The scope of a titles run: <c>all</c>, a category ID (its subtree) or the repair queue. The queue can be narrowed, parts separated by colons:
/// <c>repair:7</c> (asked by run 7), <c>repair:too-long</c> (breaks that check), <c>repair:rows=12,15</c> (just these rows).
/// </summary>
public sealed record TitleScope
{
    /// <summary>The whole repair queue.</summary>
    public const string Repair = "repair";

    private const char Separator = ':';
    private const string RowsPart = "rows=";

    /// <summary>Null for every product, and for the repair queue.</summary>
    public string? CategoryId { get; init; }

    public bool IsRepair { get; init; }

    /// <summary>Only what this run gave; repair queue only.</summary>
    public int? RunId { get; init; }

    /// <summary>Only what breaks this check; repair queue only.</summary>
    public string? Violation { get; init; }

    /// <summary>Only these normalisations; repair queue only.</summary>
    public IReadOnlyList<long>? Rows { get; init; }

    /// <summary>Never throws: a text that names no queue is taken for a category ID.</summary>
    public static TitleScope Parse(string text)
    {
        var parts = text.Split(Separator);
        if (parts[0] != Repair)
        {
            return new TitleScope { CategoryId = text == RunRequest.AllScope ? null : text };
        }

        var scope = new TitleScope { IsRepair = true };
        foreach (var part in parts.Skip(1).Where(part => part.Length > 0))
        {
            scope = int.TryParse(part, NumberStyles.None, CultureInfo.InvariantCulture, out var run) ? scope with { RunId = run }
                : part.StartsWith(RowsPart, StringComparison.Ordinal) ? scope with { Rows = [.. Numbers(part[RowsPart.Length..])] }
                : scope with { Violation = part };
        }

        return scope;
    }

    /// <summary>The text that <see cref="Parse"/> reads.</summary>
    public override string ToString()
    {
        if (!IsRepair)
        {
            return CategoryId ?? RunRequest.AllScope;
        }

        IEnumerable<string?> parts =
            [Repair, RunId?.ToString(CultureInfo.InvariantCulture), Violation, Rows is null ? null : RowsPart + string.Join(',', Rows)];
        return string.Join(Separator, parts.Where(part => part is { Length: > 0 }));
    }

    private static IEnumerable<long> Numbers(string text) => text.Split(',')
        .Select(number => long.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? id : -1).Where(id => id >= 0);
}
