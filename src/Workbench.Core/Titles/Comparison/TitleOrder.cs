namespace LlmRec.Workbench.Titles.Comparison;

/// <summary>What the rows of a comparison can be sorted by.</summary>
public enum TitleOrder
{
    /// <summary>By the ratio of normalised to raw perplexity: what got worse first.</summary>
    Change,
    Raw,
    Sentence,
    Baseline,
}

/// <summary>Sorts rows; those without the figure come last whatever the direction.</summary>
public static class TitleOrders
{
    public static IReadOnlyList<ComparedTitle> Sort(IEnumerable<ComparedTitle> rows, TitleOrder order, bool descending)
    {
        var keyed = rows.Select(row => (Row: row, Key: Key(row, order))).OrderBy(row => double.IsNaN(row.Key));
        return [.. (descending ? keyed.ThenByDescending(row => row.Key) : keyed.ThenBy(row => row.Key)).ThenBy(row => row.Row.RunItemId).Select(row => row.Row)];
    }

    private static double Key(ComparedTitle row, TitleOrder order) => order switch
    {
        TitleOrder.Raw => row.Raw,
        TitleOrder.Sentence => row.Sentence,
        TitleOrder.Baseline => row.Baseline,
        _ => row.Change,
    };
}
