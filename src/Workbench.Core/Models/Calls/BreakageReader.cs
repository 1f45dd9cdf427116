using System.ClientModel;
using System.Net.Http;
using System.Net.Sockets;
using System.Security.Authentication;
using System.Text.Json;
using Azure.Identity;
using Polly.Timeout;

namespace LlmRec.Workbench.Models.Calls;

/// <summary>Reads a <see cref="Breakage"/> out of what the SDKs and the network throw.</summary>
internal static class BreakageReader
{
    public static Breakage Read(Exception error, DateTimeOffset now) => error switch
    {
        TimeoutRejectedException => new Breakage(CallFailure.Timeout) { IsTransient = true },
        FilteredAnswerException => new Breakage(CallFailure.ContentFilter) { Detail = error.Message },
        AuthenticationFailedException => new Breakage(CallFailure.NotAuthorized) { Detail = OneLine.Of(error.Message) },
        ClientResultException { Status: > 0 } answered => StatusReader.Read(answered, now),
        JsonException => new Breakage(CallFailure.UnreadableAnswer) { Detail = OneLine.Of(error.Message), IsTransient = true },
        _ => Network(error) ?? new Breakage(CallFailure.Other) { Detail = OneLine.Of(error.Message) },
    };

    private static Breakage? Network(Exception error)
    {
        var causes = Causes(error).ToList();
        if (causes.OfType<AuthenticationException>().FirstOrDefault() is { } tls)
        {
            return new Breakage(CallFailure.Tls) { Detail = OneLine.Of(tls.Message) };
        }

        if (causes.OfType<SocketException>().FirstOrDefault() is { } socket)
        {
            return Socket(socket);
        }

        return causes.Any(c => c is HttpRequestException or HttpIOException or IOException)
            ? new Breakage(CallFailure.ConnectionLost) { Detail = OneLine.Of(causes[^1].Message), IsTransient = true }
            : null;
    }

    private static Breakage Socket(SocketException socket) => socket.SocketErrorCode switch
    {
        SocketError.HostNotFound or SocketError.NoData => new Breakage(CallFailure.HostNotFound),
        SocketError.TryAgain => new Breakage(CallFailure.HostNotFound) { IsTransient = true },
        SocketError.ConnectionRefused => new Breakage(CallFailure.ConnectionRefused) { IsTransient = true },
        _ => new Breakage(CallFailure.ConnectionLost) { Detail = OneLine.Of(socket.Message), IsTransient = true },
    };

    private static IEnumerable<Exception> Causes(Exception error)
    {
        for (var cause = error; cause is not null; cause = cause.InnerException)
        {
            yield return cause;
        }
    }
}
