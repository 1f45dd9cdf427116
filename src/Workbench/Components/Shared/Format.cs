using System.Globalization;
using LlmRec.Workbench.Catalog;

namespace LlmRec.Workbench.Web.Components.Shared;

/// <summary>Numbers for people, in the circuit's culture. What needs words (durations, ages) is in <see cref="TextFormats"/>.</summary>
public static class Format
{
    public static string Number(long value) => value.ToString("N0", CultureInfo.CurrentCulture);

    /// <summary>A score from 0 to 1 with two digits.</summary>
    public static string Score(double value) => value.ToString("0.00", CultureInfo.CurrentCulture);

    /// <summary>A category's path as people see it everywhere; the form with &gt; is for files.</summary>
    [return: System.Diagnostics.CodeAnalysis.NotNullIfNotNull(nameof(path))]
    public static string? Path(string? path) => path?.Replace(Category.PathSeparator, " ▸ ", StringComparison.Ordinal);

    /// <summary>A file's size: 512 B, 1.5 KB, 20 MB, 3.25 GB.</summary>
    public static string Size(long bytes) => bytes switch
    {
        < 1L << 10 => $"{Number(bytes)} B",
        < 1L << 20 => (bytes / 1024.0).ToString("0.#", CultureInfo.CurrentCulture) + " KB",
        < 1L << 30 => (bytes / 1024.0 / 1024).ToString("0.#", CultureInfo.CurrentCulture) + " MB",
        _ => (bytes / 1024.0 / 1024 / 1024).ToString("0.##", CultureInfo.CurrentCulture) + " GB",
    };

    public static string Percent(double share) => share.ToString("P0", CultureInfo.CurrentCulture);

    /// <summary>A perplexity: whole from 100 on, one digit below; – where there is none.</summary>
    public static string Perplexity(double value) =>
        !double.IsFinite(value) ? "–" : value.ToString(Math.Abs(value) >= 100 ? "N0" : "N1", CultureInfo.CurrentCulture);

    /// <summary>A change in perplexity, always with its sign.</summary>
    public static string Change(double value) => double.IsFinite(value) && value > 0 ? "+" + Perplexity(value) : Perplexity(value);

    /// <summary>How many times as much: ×0.08, ×1.7.</summary>
    public static string Ratio(double value) => !double.IsFinite(value) ? "–" : "×" + value.ToString(value < 10 ? "0.00" : "N0", CultureInfo.CurrentCulture);

    /// <summary>The p of a test: three digits, and nothing finer than &lt; 0.001.</summary>
    public static string P(double value) =>
        value < 0.001 ? "< " + 0.001.ToString("0.000", CultureInfo.CurrentCulture) : value.ToString("0.000", CultureInfo.CurrentCulture);

    /// <summary>Tokens: exact below 10,000, then 12.3k, 4.5M.</summary>
    public static string Tokens(long value) => value switch
    {
        < 10_000 => Number(value),
        < 1_000_000 => (value / 1e3).ToString("0.#", CultureInfo.CurrentCulture) + "k",
        _ => (value / 1e6).ToString("0.##", CultureInfo.CurrentCulture) + "M",
    };

    /// <summary>Money with as many digits as small sums need: ¥12.30, $0.0042.</summary>
    public static string Money(decimal value, string currency)
    {
        var digits = value == 0 || Math.Abs(value) >= 1 ? "N2" : "0.00##";
        var amount = value.ToString(digits, CultureInfo.CurrentCulture);
        return currency switch
        {
            "CNY" => "¥" + amount,
            "USD" => "$" + amount,
            "EUR" => "€" + amount,
            "" => amount,
            _ => $"{amount} {currency}",
        };
    }

    public static string Milliseconds(long value) =>
        value < 1000 ? $"{Number(value)} ms" : (value / 1000.0).ToString("0.0", CultureInfo.CurrentCulture) + " s";

    public static string Exact(DateTimeOffset at, TimeProvider time) =>
        TimeZoneInfo.ConvertTime(at, time.LocalTimeZone).ToString("yyyy-MM-dd HH:mm:ss zzz", CultureInfo.InvariantCulture);
}
