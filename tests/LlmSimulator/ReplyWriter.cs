using System.Text;

namespace LlmRec.LlmSimulator;

/// <summary>Sends a reply, whole or as a stream of events, or the broken thing that a fault asks for.</summary>
internal static class ReplyWriter
{
    private const int CharactersPerChunk = 8;
    private static readonly byte[] DataPrefix = "data: "u8.ToArray();
    private static readonly byte[] EventEnd = "\n\n"u8.ToArray();
    private static readonly byte[] Done = "data: [DONE]\n\n"u8.ToArray();

    public static Task WriteAsync(HttpContext context, Reply reply) =>
        reply.Request.Stream ? WriteStreamAsync(context, reply) : WriteJsonAsync(context, reply.ToJson());

    /// <summary>Sends half of the reply. <paramref name="promiseAll"/> announces the whole length first and then breaks the connection.</summary>
    public static async Task WriteHalfAsync(HttpContext context, Reply reply, bool promiseAll)
    {
        var json = reply.ToJson();
        if (!promiseAll)
        {
            await WriteJsonAsync(context, json.AsMemory(0, json.Length / 2));
            return;
        }

        context.Response.ContentType = "application/json";
        context.Response.ContentLength = json.Length;
        await context.Response.Body.WriteAsync(json.AsMemory(0, json.Length / 2), context.RequestAborted);
        await context.Response.Body.FlushAsync(context.RequestAborted);
        context.Abort();
    }

    public static Task WriteJsonAsync(HttpContext context, ReadOnlyMemory<byte> json)
    {
        context.Response.ContentType = "application/json";
        context.Response.ContentLength = json.Length;
        return context.Response.Body.WriteAsync(json, context.RequestAborted).AsTask();
    }

    public static Task WriteGarbageAsync(HttpContext context) =>
        WriteJsonAsync(context, Encoding.UTF8.GetBytes("<html><body>\u0001 502 upstream says: ]}[{ not json</body></html>"));

    private static async Task WriteStreamAsync(HttpContext context, Reply reply)
    {
        context.Response.ContentType = "text/event-stream";
        var body = context.Response.Body;
        foreach (var chunk in reply.ToChunks(CharactersPerChunk))
        {
            await body.WriteAsync(DataPrefix, context.RequestAborted);
            await body.WriteAsync(chunk, context.RequestAborted);
            await body.WriteAsync(EventEnd, context.RequestAborted);
            await body.FlushAsync(context.RequestAborted);
        }

        await body.WriteAsync(Done, context.RequestAborted);
    }
}
