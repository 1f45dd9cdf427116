using System.ClientModel;
using System.ClientModel.Primitives;
using System.Globalization;
using System.Net.Http.Headers;
using System.Text.Json;

namespace LlmRec.Workbench.Models.Calls;

/// <summary>Reads a <see cref="Breakage"/> out of an HTTP error response.</summary>
internal static class StatusReader
{
    private const string QuotaCode = "insufficient_quota";
    private static readonly string[] FilterCodes = ["content_filter", "data_inspection_failed", "DataInspectionFailed", "content_policy_violation"];

    public static Breakage Read(ClientResultException error, DateTimeOffset now)
    {
        var response = error.GetRawResponse();
        var (code, message) = ReadBody(response);
        var failure = FilterCodes.Contains(code) ? CallFailure.ContentFilter : Classify(error.Status);
        return new Breakage(failure)
        {
            Status = error.Status,
            Detail = OneLine.Of(message),
            RetryAfter = response is null ? null : ReadRetryAfter(response.Headers, now),
            IsTransient = failure is CallFailure.TooManyRequests or CallFailure.ServerError or CallFailure.Timeout && code != QuotaCode,
        };
    }

    private static CallFailure Classify(int status) => status switch
    {
        >= 200 and < 300 => CallFailure.UnreadableAnswer,
        401 or 403 => CallFailure.NotAuthorized,
        404 => CallFailure.NotFound,
        408 => CallFailure.Timeout,
        429 => CallFailure.TooManyRequests,
        >= 400 and < 500 => CallFailure.BadRequest,
        >= 500 => CallFailure.ServerError,
        _ => CallFailure.Other,
    };

    private static (string Code, string Message) ReadBody(PipelineResponse? response)
    {
        if (response is null)
        {
            return ("", "");
        }

        var text = response.Content.ToString();
        try
        {
            using var json = JsonDocument.Parse(text);
            var error = json.RootElement.TryGetProperty("error", out var inner) ? inner : json.RootElement;
            return error.ValueKind == JsonValueKind.Object ? (Text(error, "code"), Text(error, "message")) : ("", error.ToString());
        }
        catch (Exception notJson) when (notJson is JsonException or InvalidOperationException)
        {
            return ("", text);
        }
    }

    private static string Text(JsonElement json, string name) => json.TryGetProperty(name, out var value) ? value.ToString() : "";

    private static TimeSpan? ReadRetryAfter(PipelineResponseHeaders headers, DateTimeOffset now)
    {
        if (headers.TryGetValue("retry-after-ms", out var text) && double.TryParse(text, CultureInfo.InvariantCulture, out var milliseconds))
        {
            return TimeSpan.FromMilliseconds(milliseconds);
        }

        if (!headers.TryGetValue("Retry-After", out var after) || !RetryConditionHeaderValue.TryParse(after, out var value))
        {
            return null;
        }

        var wait = value.Delta ?? value.Date - now;
        return wait < TimeSpan.Zero ? TimeSpan.Zero : wait;
    }
}
