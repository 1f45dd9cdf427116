using System.Diagnostics;
using System.Globalization;
using LlmRec.LlmSimulator;

namespace LlmRec.Workbench.Benchmarks;

/// <summary>The simulator in a process of its own, so that its memory and garbage are not counted as the app's.</summary>
internal sealed class SimulatorProcess : IDisposable
{
    private readonly Process _process;

    private SimulatorProcess(Process process, string endpoint) => (_process, Endpoint) = (process, endpoint);

    public string Endpoint { get; }

    public static async Task<SimulatorProcess> StartAsync(int latencyMilliseconds)
    {
        var dll = typeof(SimulatorServer).Assembly.Location;
        var process = Process.Start(new ProcessStartInfo(
            "dotnet", [dll, "--port", "0", "--latency", latencyMilliseconds.ToString(CultureInfo.InvariantCulture)])
        {
            RedirectStandardOutput = true,
        })!;
        var line = await process.StandardOutput.ReadLineAsync() ?? throw new InvalidOperationException("The simulator did not start.");
        return new SimulatorProcess(process, line.Split(' ').First(word => word.StartsWith("http", StringComparison.Ordinal)));
    }

    public void Dispose()
    {
        _process.Kill(entireProcessTree: true);
        _process.Dispose();
    }
}
