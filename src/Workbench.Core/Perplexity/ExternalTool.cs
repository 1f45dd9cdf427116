using System.ComponentModel;
using System.Diagnostics;

namespace LlmRec.Workbench.Perplexity;

/// <summary>Runs a program of the operating system and collects what it says.</summary>
internal static class ExternalTool
{
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(5);

    /// <summary>Null if it ended well, else why it did not: one line.</summary>
    public static async Task<string?> RunAsync(string program, IEnumerable<string> arguments, string folder, CancellationToken cancellationToken)
    {
        var start = new ProcessStartInfo(program, arguments) { WorkingDirectory = folder, RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment["LC_ALL"] = "C.UTF-8";
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(Limit);
        try
        {
            using var process = Process.Start(start)!;
            return await WaitAsync(program, process, limit.Token);
        }
        catch (Win32Exception)
        {
            return $"{program} is not on this machine";
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return $"{program} did not end within {Limit.TotalMinutes:0} minutes";
        }
    }

    private static async Task<string?> WaitAsync(string program, Process process, CancellationToken cancellationToken)
    {
        try
        {
            var output = process.StandardOutput.ReadToEndAsync(cancellationToken);
            var errors = process.StandardError.ReadToEndAsync(cancellationToken);
            await process.WaitForExitAsync(cancellationToken);
            await output;
            return process.ExitCode == 0 ? null : $"{program} failed: {LastLine(await errors, process.ExitCode)}";
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            throw;
        }
    }

    private static string LastLine(string errors, int exitCode) =>
        errors.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).LastOrDefault() ?? $"exit code {exitCode}";
}
