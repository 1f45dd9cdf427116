using System.Text;
using System.Text.Json;

namespace LlmRec.LlmSimulator;

/// <summary>Answers chat completions: lets the request in, counts it, waits, then does what the script says.</summary>
internal sealed class ChatEndpoint(SimulatorOptions options, FaultScript script, RequestLog log, TimeProvider time)
{
    private const string RefusalText = "抱歉，作为一个人工智能助手，我无法回答这个问题。";

    public async Task HandleAsync(HttpContext context)
    {
        var number = log.Enter();
        try
        {
            var request = RequestReader.ReadChat(context, await RequestReader.ReadBodyAsync(context), number, time.GetUtcNow());
            log.Add(request);
            if (!await Admission.DenyAsync(context, options, request.Key, request.Model))
            {
                await AnswerAsync(context, request);
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

    private async Task AnswerAsync(HttpContext context, SimulatedRequest request)
    {
        var fault = script.Take(request);
        var wait = script.DrawLatency() + fault.Delay;
        if (wait > TimeSpan.Zero)
        {
            await Task.Delay(wait, time, context.RequestAborted);
        }

        await PerformAsync(context, request, fault);
    }

    private Task PerformAsync(HttpContext context, SimulatedRequest request, Fault fault) => fault.Kind switch
    {
        FaultKind.None or FaultKind.Refusal or FaultKind.Empty or FaultKind.LongAnswer or FaultKind.Text or FaultKind.FilteredAnswer =>
            ReplyWriter.WriteAsync(context, MakeReply(request, fault)),
        FaultKind.TruncatedJson => ReplyWriter.WriteHalfAsync(context, MakeReply(request, fault), promiseAll: false),
        FaultKind.DropMidway => ReplyWriter.WriteHalfAsync(context, MakeReply(request, fault), promiseAll: true),
        FaultKind.Json => ReplyWriter.WriteJsonAsync(context, Encoding.UTF8.GetBytes(fault.Content ?? "")),
        FaultKind.Garbage => ReplyWriter.WriteGarbageAsync(context),
        _ => Breakdown.PerformAsync(context, fault),
    };

    private Reply MakeReply(SimulatedRequest request, Fault fault) => fault.Kind switch
    {
        FaultKind.Refusal => new Reply(request, RefusalText, "stop"),
        FaultKind.Empty => new Reply(request, "", "stop"),
        FaultKind.LongAnswer => new Reply(request, LongText(request.Prompt, fault.Length), "length"),
        FaultKind.Text => new Reply(request, fault.Content ?? "", "stop") { Logprobs = TellsLogprobs(request) },
        FaultKind.FilteredAnswer => new Reply(request, "", "content_filter"),
        _ => new Reply(request, Answer(request), "stop") { Logprobs = TellsLogprobs(request) },
    };

    private bool TellsLogprobs(SimulatedRequest request) => request.Logprobs && options.LogProbabilities.HasFlag(LogProbabilityModes.Chat);

    // Who asks for log-probabilities wants the text back.
    private string Answer(SimulatedRequest request) =>
        options.Answer is not null ? options.Answer(request)
        : TellsLogprobs(request) ? request.Prompt
        : InventedAnswer.For(request.Prompt);

    private static string LongText(string prompt, int length)
    {
        var part = InventedAnswer.For(prompt).Trim('\'') + "，";
        return string.Concat(Enumerable.Repeat(part, (length / part.Length) + 1))[..length];
    }
}
