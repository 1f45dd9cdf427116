namespace LlmRec.Workbench.Security;

/// <summary>The roles that a person can hold; what each may do is said once, in <see cref="Policies.AllowedRoles"/>.</summary>
public static class Roles
{
    public const string Viewer = nameof(Viewer);
    public const string PromptEngineer = nameof(PromptEngineer);
    public const string Expert = nameof(Expert);
    public const string ReleaseOwner = nameof(ReleaseOwner);
    public const string Admin = nameof(Admin);

    public static IReadOnlyList<string> All { get; } = [Viewer, PromptEngineer, Expert, ReleaseOwner, Admin];
}
