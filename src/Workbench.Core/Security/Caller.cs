namespace LlmRec.Workbench.Security;

/// <summary>The person (or program) on whose behalf a service call is made; recorded on everything that the call creates.</summary>
public sealed record Caller(string Name, IReadOnlySet<string> Roles)
{
    /// <summary>The one user of a single-user installation: holds every role.</summary>
    public static Caller SingleUser(string name) => new(name, Security.Roles.All.ToHashSet());

    /// <summary>Whether this caller satisfies <paramref name="policy"/> (a name from <see cref="Policies"/>).</summary>
    public bool May(string policy) => Policies.AllowedRoles.TryGetValue(policy, out var allowed) && allowed.Overlaps(Roles);

    /// <summary>Throws <see cref="AccessDeniedException"/> unless this caller satisfies <paramref name="policy"/>.</summary>
    public void Demand(string policy)
    {
        if (!May(policy))
        {
            throw new AccessDeniedException(Name, policy);
        }
    }
}
