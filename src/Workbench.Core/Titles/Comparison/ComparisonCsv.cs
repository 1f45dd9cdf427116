using System.Globalization;
using System.Text;
using LlmRec.Workbench.Releases;

namespace LlmRec.Workbench.Titles.Comparison;

/// <summary>
/// A comparison as comma-separated values, worst first: RFC 4180 with a byte order mark, and with a quote mark before every cell that a spreadsheet would run as a
/// formula. The columns of perplexities carry the scorer's name and the measure.
/// </summary>
public sealed class ComparisonCsv(TitleRows rows)
{
    /// <summary>Written batch by batch, so that memory does not grow with the rows.</summary>
    public async Task WriteAsync(ComparisonResult result, Stream output, CancellationToken cancellationToken = default)
    {
        await using var writer = new StreamWriter(output, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true), leaveOpen: true) { NewLine = "\r\n" };
        var measure = result.ScorerName is null ? "no language model" : $"{result.ScorerName}, {result.Request.Measure.Name}";
        await WriteAsync(writer, [
            "item_id", "category_path", "raw_title", "normalised_title", "baseline", $"raw_perplexity ({measure})", $"normalised_perplexity ({measure})",
            $"baseline_perplexity ({measure})", "violations", "state", "run_id", "run_item_id", "title_id",
        ]);
        foreach (var batch in TitleOrders.Sort(result.Rows, TitleOrder.Change, descending: true).Chunk(ArmAnswers.BatchSize))
        {
            foreach (var row in await rows.ReadAsync(batch, cancellationToken))
            {
                await WriteAsync(writer, Cells(row));
            }

            await writer.FlushAsync(cancellationToken);
        }
    }

    private static string[] Cells(ComparedRow row) =>
    [
        row.ItemId, row.CategoryPath ?? "", row.RawTitle, row.Sentence, row.Baseline, Number(row.Figures.Raw), Number(row.Figures.Sentence), Number(row.Figures.Baseline),
        string.Join(' ', row.Violations), row.State.ToString().ToLowerInvariant(), row.Figures.RunId.ToString(CultureInfo.InvariantCulture),
        row.Figures.RunItemId.ToString(CultureInfo.InvariantCulture), row.Figures.TitleId.ToString(CultureInfo.InvariantCulture),
    ];

    private static Task WriteAsync(StreamWriter writer, string[] cells) => writer.WriteLineAsync(string.Join(',', cells.Select(CsvFormat.Cell)));

    private static string Number(double value) => double.IsNaN(value) ? "" : value.ToString("0.####", CultureInfo.InvariantCulture);
}
