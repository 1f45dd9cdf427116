using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Json;

namespace LlmRec.Workbench.Releases;

/// <summary>
/// Comma-separated values for people: RFC 4180, with a byte order mark because spreadsheets otherwise misread Chinese, and with a quote mark before every
/// text that a spreadsheet would run as a formula. Lists are a JSON array in one cell.
/// </summary>
internal sealed class CsvFormat : IRowFormat
{
    private static readonly SearchValues<char> NeedQuotes = SearchValues.Create(",\"\r\n\t");

    public string Name => ReleaseFormats.Csv;

    public void WriteHeader<TRow>(IBufferWriter<byte> output)
    {
        output.Write(Encoding.UTF8.Preamble);
        Encoding.UTF8.GetBytes(string.Join(',', RowColumns<TRow>.All.Select(column => column.Name)) + "\r\n", output);
    }

    public void WriteRow<TRow>(IBufferWriter<byte> output, TRow row) =>
        Encoding.UTF8.GetBytes(string.Join(',', RowColumns<TRow>.All.Select(column => Cell(Text(column.Get(row))))) + "\r\n", output);

    internal static string Cell(string text)
    {
        var safe = text.Length > 0 && text[0] is '=' or '+' or '-' or '@' or '\t' or '\r' or '\n' or '＝' or '＋' or '－' or '＠' ? "'" + text : text;
        return safe.AsSpan().ContainsAny(NeedQuotes) ? $"\"{safe.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : safe;
    }

    private static string Text(object? value) => value switch
    {
        null => "",
        string text => text,
        DateTimeOffset moment => ReleaseJson.Moment(moment),
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        _ => JsonSerializer.Serialize(value, value.GetType(), ReleaseJson.Line),
    };
}
