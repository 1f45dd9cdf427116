namespace LlmRec.Workbench.Security;

/// <summary>A caller asked for something that none of its roles allows.</summary>
public sealed class AccessDeniedException(string caller, string policy)
    : Exception($"{caller} may not do this: it needs the policy '{policy}'. An administrator can grant a role that has it.")
{
    public string Policy { get; } = policy;
}
