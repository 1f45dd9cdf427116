namespace LlmRec.Workbench.Models;

/// <summary>What kept a model from answering.</summary>
public enum CallFailure
{
    /// <summary>Anything that has no name of its own here.</summary>
    Other,
    HostNotFound,
    ConnectionRefused,
    ConnectionLost,
    Tls,
    Timeout,
    NotAuthorized,
    NotFound,
    TooManyRequests,
    BadRequest,
    ServerError,
    UnreadableAnswer,
    ContentFilter,
}
