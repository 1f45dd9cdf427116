namespace LlmRec.LlmSimulator;

/// <summary>What the simulator does instead of answering properly.</summary>
public enum FaultKind
{
    None,

    /// <summary>An HTTP error status with an error body.</summary>
    Status,

    /// <summary>429, with a Retry-After header where one is given.</summary>
    RateLimited,

    /// <summary>The connection closes before a byte of the answer is sent.</summary>
    Drop,

    /// <summary>The connection closes in the middle of the answer.</summary>
    DropMidway,

    /// <summary>No answer, ever; the connection stays open.</summary>
    Hang,

    /// <summary>200 with the first half of the JSON.</summary>
    TruncatedJson,

    /// <summary>200 with text that is no JSON at all.</summary>
    Garbage,

    /// <summary>A proper response whose text declines to answer.</summary>
    Refusal,

    /// <summary>A proper response without text.</summary>
    Empty,

    /// <summary>A proper response with a very long text.</summary>
    LongAnswer,

    /// <summary>400 with the error code that Azure's content filter sends.</summary>
    ContentFilter,

    /// <summary>A proper response cut off by the content filter (finish reason <c>content_filter</c>).</summary>
    FilteredAnswer,

    /// <summary>A proper response with a given text.</summary>
    Text,

    /// <summary>200 with a given body.</summary>
    Json,

    /// <summary>A redirect to another address.</summary>
    Redirect,
}
