using System.Diagnostics;

namespace LlmRec.Workbench.Runs;

/// <summary>Names lease owners so that a restarted process on the same machine can tell the living from the dead.</summary>
internal static class WorkerIdentity
{
    private static readonly string Prefix = $"{Environment.MachineName}/{Environment.ProcessId}/";

    public static string NewOwner() => Prefix + Guid.NewGuid().ToString("N");

    /// <summary>Whether the owner was a process of this machine that no longer exists.</summary>
    public static bool IsDead(string owner)
    {
        var parts = owner.Split('/');
        if (parts.Length != 3 || parts[0] != Environment.MachineName || !int.TryParse(parts[1], out var id))
        {
            return false;
        }

        try
        {
            using var process = Process.GetProcessById(id);
            return process.HasExited;
        }
        catch (ArgumentException)
        {
            return true;
        }
    }
}
