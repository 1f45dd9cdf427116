using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace LlmRec.Workbench.EndToEnd;

/// <summary>The real app as its users start it: a process of its own, with a database and a port of its own.</summary>
internal sealed class AppProcess : IAsyncDisposable
{
    private static readonly TimeSpan StartTimeout = TimeSpan.FromMinutes(2);

    private readonly string _database;
    private readonly IReadOnlyDictionary<string, string> _environment;
    private readonly StringBuilder _output = new();
    private Process? _process;

    public AppProcess(string folder, IReadOnlyDictionary<string, string>? environment = null)
    {
        _database = Path.Combine(folder, "workbench.db");
        _environment = environment ?? new Dictionary<string, string>();
        Url = $"http://127.0.0.1:{FreePort()}";
    }

    public string Url { get; }
    public string Database => _database;

    public async Task StartAsync()
    {
        var start = new ProcessStartInfo("dotnet", [Dll(), "serve", "--urls", Url, "--database", _database])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var (key, value) in _environment)
        {
            start.Environment[key] = value;
        }

        var ready = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        _process = new Process { StartInfo = start, EnableRaisingEvents = true };
        _process.OutputDataReceived += (_, line) => Note(line.Data, ready);
        _process.ErrorDataReceived += (_, line) => Note(line.Data, ready);
        _process.Exited += (_, _) => ready.TrySetException(new InvalidOperationException($"The app ended while starting:\n{_output}"));
        _process.Start();
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
        await ready.Task.WaitAsync(StartTimeout);
    }

    /// <summary>Runs one command on the app's database to its end; returns the exit code.</summary>
    public async Task<int> RunAsync(params string[] arguments)
    {
        using var command = Process.Start(new ProcessStartInfo("dotnet", [Dll(), .. arguments, "--database", _database]) { RedirectStandardOutput = true })!;
        await command.StandardOutput.ReadToEndAsync();
        await command.WaitForExitAsync();
        return command.ExitCode;
    }

    /// <summary>Ends the process as a power cut would.</summary>
    public async Task KillAsync()
    {
        _process!.Kill(entireProcessTree: true);
        await _process.WaitForExitAsync();
        _process.Dispose();
        _process = null;
    }

    public async ValueTask DisposeAsync()
    {
        if (_process is not null)
        {
            await KillAsync();
        }
    }

    public override string ToString() => _output.ToString();

    private void Note(string? line, TaskCompletionSource ready)
    {
        lock (_output)
        {
            _output.AppendLine(line);
        }

        if (line?.Contains("is ready", StringComparison.Ordinal) is true)
        {
            ready.TrySetResult();
        }
    }

    private static string Dll()
    {
        var configuration = AppContext.BaseDirectory.Contains("/Release/", StringComparison.Ordinal) ? "Release" : "Debug";
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "LlmRec.sln")))
            {
                return Path.Combine(folder.FullName, "src", "Workbench", "bin", configuration, "net10.0", "LlmRec.Workbench.dll");
            }
        }

        throw new InvalidOperationException($"LlmRec.sln is not above {AppContext.BaseDirectory}.");
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
