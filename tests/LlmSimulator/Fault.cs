using System.Globalization;

namespace LlmRec.LlmSimulator;

/// <summary>One scripted behaviour, after an optional delay.</summary>
public sealed record Fault(FaultKind Kind)
{
    private const int DefaultLongLength = 50_000;

    public static Fault None { get; } = new(FaultKind.None);
    public static Fault Drop { get; } = new(FaultKind.Drop);
    public static Fault DropMidway { get; } = new(FaultKind.DropMidway);
    public static Fault Hang { get; } = new(FaultKind.Hang);
    public static Fault TruncatedJson { get; } = new(FaultKind.TruncatedJson);
    public static Fault Garbage { get; } = new(FaultKind.Garbage);
    public static Fault Refusal { get; } = new(FaultKind.Refusal);
    public static Fault Empty { get; } = new(FaultKind.Empty);
    public static Fault ContentFilter { get; } = new(FaultKind.ContentFilter);
    public static Fault FilteredAnswer { get; } = new(FaultKind.FilteredAnswer);

    public TimeSpan Delay { get; init; }

    public int StatusCode { get; init; } = 500;

    /// <summary>Name and value of the header that tells when to come again.</summary>
    public (string Name, string Value)? RetryAfter { get; init; }

    /// <summary>The answer, the body, the error's message, or where to redirect to.</summary>
    public string? Content { get; init; }

    public int Length { get; init; } = DefaultLongLength;

    public static Fault Status(int code, string? message = null) => new(FaultKind.Status) { StatusCode = code, Content = message };

    public static Fault Slow(TimeSpan delay) => None with { Delay = delay };

    public static Fault Answer(string text) => new(FaultKind.Text) { Content = text };

    public static Fault Json(string body) => new(FaultKind.Json) { Content = body };

    public static Fault LongAnswer(int length = DefaultLongLength) => new(FaultKind.LongAnswer) { Length = length };

    public static Fault Redirect(Uri target) => new(FaultKind.Redirect) { Content = target.AbsoluteUri };

    public static Fault RateLimited() => new(FaultKind.RateLimited);

    public static Fault RateLimited(int seconds) => RateLimited("Retry-After", seconds.ToString(CultureInfo.InvariantCulture));

    public static Fault RateLimited(DateTimeOffset date) => RateLimited("Retry-After", date.ToString("R", CultureInfo.InvariantCulture));

    public static Fault RateLimitedMilliseconds(int milliseconds) =>
        RateLimited("retry-after-ms", milliseconds.ToString(CultureInfo.InvariantCulture));

    private static Fault RateLimited(string header, string value) => new(FaultKind.RateLimited) { RetryAfter = (header, value) };
}
