using System.Text;
using System.Text.Json;

namespace LlmRec.LlmSimulator;

/// <summary>Answers <c>/completions</c> with one more token, and with log-probabilities in the ways that the options allow. It meets the same faults as chat.</summary>
internal sealed class CompletionsEndpoint(SimulatorOptions options, FaultScript script, RequestLog log, TimeProvider time)
{
    public async Task HandleAsync(HttpContext context)
    {
        var number = log.Enter();
        try
        {
            var body = await RequestReader.ReadBodyAsync(context);
            using var json = JsonDocument.Parse(body);
            var request = Read(context, json.RootElement, body, number);
            log.Add(request);
            if (!await Admission.DenyAsync(context, options, request.Key, request.Model))
            {
                await PerformAsync(context, new CompletionReply(request, json.RootElement, options.LogProbabilities), script.Take(request));
            }
        }
        catch (JsonException)
        {
            await ErrorReply.WriteAsync(context, StatusCodes.Status400BadRequest, "invalid_json", "The request's body is not JSON.");
        }
        catch (OperationCanceledException) when (context.RequestAborted.IsCancellationRequested)
        {
            context.Abort();
        }
        finally
        {
            log.Leave();
        }
    }

    private SimulatedRequest Read(HttpContext context, JsonElement root, byte[] body, long number) => new()
    {
        Number = number,
        Path = context.Request.Path,
        Model = RequestReader.ReadModel(context, root),
        Prompt = root.TryGetProperty("prompt", out var prompt) ? prompt.ToString() : "",
        Key = RequestReader.ReadKey(context),
        Body = Encoding.UTF8.GetString(body),
        At = time.GetUtcNow(),
    };

    private async Task PerformAsync(HttpContext context, CompletionReply reply, Fault fault)
    {
        var wait = script.DrawLatency() + fault.Delay;
        if (wait > TimeSpan.Zero)
        {
            await Task.Delay(wait, time, context.RequestAborted);
        }

        await (fault.Kind switch
        {
            FaultKind.None => ReplyWriter.WriteJsonAsync(context, reply.ToJson()),
            FaultKind.Json => ReplyWriter.WriteJsonAsync(context, Encoding.UTF8.GetBytes(fault.Content ?? "")),
            FaultKind.TruncatedJson => ReplyWriter.WriteJsonAsync(context, Half(reply.ToJson())),
            FaultKind.Garbage => ReplyWriter.WriteGarbageAsync(context),
            _ => Breakdown.PerformAsync(context, fault),
        });
    }

    private static ReadOnlyMemory<byte> Half(byte[] json) => json.AsMemory(0, json.Length / 2);
}
