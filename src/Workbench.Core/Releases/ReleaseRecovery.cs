namespace LlmRec.Workbench.Releases;

/// <summary>Ends releases that a killed process left in the middle of writing.</summary>
public sealed class ReleaseRecovery
{
    /// <summary>Publishes what is complete and abandons the rest; call it once at start, after the database is set up.</summary>
    public Task RecoverAsync(CancellationToken cancellationToken = default) => throw new NotImplementedException();
}
