using System.Globalization;
using LlmRec.Workbench.Web.Resources;

namespace LlmRec.Workbench.Web.Components.Shared;

/// <summary>Durations and ages in words.</summary>
public static class TextFormats
{
    /// <summary>The two largest units: 1 h 20 min, 45 s.</summary>
    public static string Duration(this Texts t, TimeSpan span) => span switch
    {
        { TotalDays: >= 1 } => t["Common.DaysHours", (int)span.TotalDays, span.Hours],
        { TotalHours: >= 1 } => t["Common.HoursMinutes", (int)span.TotalHours, span.Minutes],
        { TotalMinutes: >= 1 } => t["Common.MinutesSeconds", (int)span.TotalMinutes, span.Seconds],
        { TotalSeconds: >= 10 } => t["Common.Seconds", ((int)span.TotalSeconds).ToString(CultureInfo.CurrentCulture)],
        _ => t["Common.Seconds", span.TotalSeconds.ToString("0.#", CultureInfo.CurrentCulture)],
    };

    /// <summary>How long ago; after a month the date.</summary>
    public static string Ago(this Texts t, DateTimeOffset at, TimeProvider time)
    {
        var age = time.GetUtcNow() - at;
        return age switch
        {
            { TotalMinutes: < 1 } => t["Common.JustNow"],
            { TotalHours: < 1 } => t["Common.MinutesAgo", (int)age.TotalMinutes],
            { TotalDays: < 1 } => t["Common.HoursAgo", (int)age.TotalHours],
            { TotalDays: < 30 } => t["Common.DaysAgo", (int)age.TotalDays],
            _ => TimeZoneInfo.ConvertTime(at, time.LocalTimeZone).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        };
    }
}
