namespace LlmRec.LlmSimulator;

/// <summary>The faults in which no completion is sent at all.</summary>
internal static class Breakdown
{
    public static Task PerformAsync(HttpContext context, Fault fault)
    {
        switch (fault.Kind)
        {
            case FaultKind.Status:
                return ErrorReply.WriteAsync(context, fault.StatusCode, "simulated", fault.Content ?? "The simulator was told to fail.");
            case FaultKind.ContentFilter:
                return ErrorReply.WriteAsync(context, StatusCodes.Status400BadRequest, "content_filter", "The prompt was filtered by the content policy.");
            case FaultKind.RateLimited:
                return LimitAsync(context, fault);
            case FaultKind.Redirect:
                context.Response.Redirect(fault.Content!, permanent: false, preserveMethod: true);
                return Task.CompletedTask;
            case FaultKind.Hang:
                return Task.Delay(Timeout.Infinite, context.RequestAborted);
            case FaultKind.Drop:
                context.Abort();
                return Task.CompletedTask;
            default:
                throw new ArgumentOutOfRangeException(nameof(fault), fault.Kind, "No such breakdown.");
        }
    }

    private static Task LimitAsync(HttpContext context, Fault fault)
    {
        if (fault.RetryAfter is { } header)
        {
            context.Response.Headers.Append(header.Name, header.Value);
        }

        return ErrorReply.WriteAsync(context, StatusCodes.Status429TooManyRequests, "rate_limit_exceeded", "Too many requests.");
    }
}
