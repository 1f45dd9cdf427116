using LlmRec.Workbench.Statistics;

namespace LlmRec.Workbench.Titles.Comparison;

/// <summary>Turns rows into paired comparisons; a row that lacks one of the two figures takes no part.</summary>
internal static class PairedFigures
{
    public static PairedComparison? Of<T>(IEnumerable<T> rows, Func<T, double> first, Func<T, double> second, int seed, CancellationToken cancellationToken)
    {
        var (before, after) = (new List<double>(), new List<double>());
        foreach (var row in rows)
        {
            var (a, b) = (first(row), second(row));
            if (double.IsFinite(a) && double.IsFinite(b))
            {
                before.Add(a);
                after.Add(b);
            }
        }

        return before.Count == 0 ? null : PairedComparison.Of([.. before], [.. after], seed, cancellationToken);
    }

    /// <summary>One comparison per group that has any pairs, the largest group first.</summary>
    /// <param name="keyOf">ID and name of a row's group.</param>
    public static IReadOnlyList<ComparisonGroup> Groups<T>(
        IEnumerable<T> rows, Func<T, (string Id, string Name)> keyOf, Func<T, double> first, Func<T, double> second, int seed, CancellationToken cancellationToken)
    {
        var groups = rows.GroupBy(keyOf)
            .Select(group => (group.Key, Pairs: Of(group, first, second, seed, cancellationToken)))
            .Where(group => group.Pairs is not null)
            .OrderByDescending(group => group.Pairs!.Count).ThenBy(group => group.Key.Id, StringComparer.Ordinal)
            .ToList();
        var adjusted = HolmAdjustment.Of([.. groups.Select(group => group.Pairs!.Test.P)]);
        return [.. groups.Select((group, i) => new ComparisonGroup(group.Key.Id, group.Key.Name, group.Pairs!, adjusted[i]))];
    }
}
