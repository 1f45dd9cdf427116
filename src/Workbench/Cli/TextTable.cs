namespace LlmRec.Workbench.Web.Cli;

/// <summary>Rows in columns as wide as their widest cell, for people who read a terminal.</summary>
internal static class TextTable
{
    /// <param name="rows">All with as many cells as the first.</param>
    public static void Write(TextWriter output, IReadOnlyList<string[]> rows)
    {
        var widths = Enumerable.Range(0, rows[0].Length).Select(column => rows.Max(row => row[column].Length)).ToList();
        foreach (var row in rows)
        {
            output.WriteLine(string.Join("  ", row.Select((cell, column) => cell.PadRight(widths[column]))).TrimEnd());
        }
    }
}
