namespace LlmRec.Workbench.Web.Api.Reconciliation;

/// <summary>Section <c>Reconciliation</c> of the configuration.</summary>
internal sealed class ReconciliationOptions
{
    public const string Section = "Reconciliation";

    /// <summary>Origins such as <c>https://refine.example.org</c> whose pages may use the service besides those of this machine.</summary>
    public IReadOnlyList<string> AllowedOrigins { get; set; } = [];
}
