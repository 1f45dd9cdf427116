namespace LlmRec.Workbench.Web.Api.Reconciliation;

/// <summary>A request that cannot be understood or is too large; the message tells the caller what to change.</summary>
internal sealed class ReconciliationRequestException(string message, int status = StatusCodes.Status400BadRequest) : Exception(message)
{
    public int Status { get; } = status;
}
