using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Json;

namespace LlmRec.Workbench.Releases;

/// <summary>
/// Comma-separated values for people: RFC 4180, with a byte order mark because spreadsheets otherwise misread Chinese, and with a quote mark before every
/// cell that a spreadsheet would run as a formula. Mentions are a JSON array in one cell.
/// </summary>
internal sealed class CsvFormat : IPairFormat
{
    private static readonly SearchValues<char> NeedQuotes = SearchValues.Create(",\"\r\n\t");

    public string Name => "csv";
    public string FileName => ReleaseNames.Csv;

    public void WriteHeader(IBufferWriter<byte> output)
    {
        output.Write(Encoding.UTF8.Preamble);
        output.Write("source_id,source_path,target_id,target_path,score,rank,mentions,prompt,prompt_version,model,method,approved_by,approved_at\r\n"u8);
    }

    public void WritePair(IBufferWriter<byte> output, ReleasePair pair)
    {
        string[] cells =
        [
            pair.SourceId, pair.SourcePath, pair.TargetId, pair.TargetPath,
            pair.Score.ToString(CultureInfo.InvariantCulture), pair.Rank.ToString(CultureInfo.InvariantCulture),
            JsonSerializer.Serialize(pair.Mentions, ReleaseJson.Line),
            pair.Prompt, pair.PromptVersion.ToString(CultureInfo.InvariantCulture), pair.Model, pair.Method,
            pair.ApprovedBy, ReleaseJson.Moment(pair.ApprovedAt),
        ];
        Encoding.UTF8.GetBytes(string.Join(',', cells.Select(Cell)) + "\r\n", output);
    }

    internal static string Cell(string text)
    {
        var safe = text.Length > 0 && text[0] is '=' or '+' or '-' or '@' or '\t' or '\r' or '\n' or '＝' or '＋' or '－' or '＠' ? "'" + text : text;
        return safe.AsSpan().ContainsAny(NeedQuotes) ? $"\"{safe.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : safe;
    }
}
