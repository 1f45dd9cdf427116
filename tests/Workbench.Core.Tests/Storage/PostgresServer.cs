using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using LlmRec.Workbench.Tests.Storage;
using Npgsql;

[assembly: AssemblyFixture(typeof(PostgresServer))]

namespace LlmRec.Workbench.Tests.Storage;

/// <summary>A PostgreSQL server of its own for this test run: new data folder, loopback only, started when the first test asks for a database.</summary>
public sealed class PostgresServer : IAsyncDisposable
{
    private readonly SemaphoreSlim _starting = new(1);
    private string? _binaries;
    private string? _folder;
    private string? _connection;

    /// <summary>The connection string of a new, empty database; skips the running test where there is no server to start.</summary>
    public async Task<string> CreateDatabaseAsync()
    {
        await _starting.WaitAsync();
        try
        {
            _connection ??= await StartAsync();
        }
        finally
        {
            _starting.Release();
        }

        var name = $"test_{Guid.NewGuid():N}";
        await using var connection = new NpgsqlConnection($"{_connection};Database=postgres");
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand($"CREATE DATABASE {name}", connection);
        await command.ExecuteNonQueryAsync();
        return $"{_connection};Database={name}";
    }

    public async ValueTask DisposeAsync()
    {
        if (_connection is not null)
        {
            NpgsqlConnection.ClearAllPools();
            await RunAsync("pg_ctl", "-D", DataFolder, "-m", "immediate", "stop");
        }

        if (_folder is not null)
        {
            Directory.Delete(_folder, recursive: true);
        }

        _starting.Dispose();
    }

    private string DataFolder => Path.Combine(_folder!, "data");

    private async Task<string> StartAsync()
    {
        _binaries = FindBinaries();
        Assert.SkipWhen(_binaries is null, "There is no PostgreSQL server on this machine (no initdb in /usr/lib/postgresql/*/bin). Install the package 'postgresql'.");
        _folder = Directory.CreateTempSubdirectory("workbench-postgres-").FullName;
        if (Environment.IsPrivilegedProcess)
        {
            await StartProcessAsync("chown", ["postgres", _folder]);
        }

        var port = FreePort();
        await RunAsync("initdb", "-D", DataFolder, "-U", "postgres", "-A", "trust", "-E", "UTF8", "--no-locale", "--no-sync");
        var settings = string.Create(CultureInfo.InvariantCulture, $"-c listen_addresses=127.0.0.1 -c port={port} -c unix_socket_directories= -c fsync=off");
        await RunAsync("pg_ctl", "-D", DataFolder, "-o", settings, "-l", Path.Combine(_folder, "log"), "-w", "start");
        return string.Create(CultureInfo.InvariantCulture, $"Host=127.0.0.1;Port={port};Username=postgres");
    }

    // The server refuses to run as root.
    private Task RunAsync(string program, params string[] arguments) => Environment.IsPrivilegedProcess
        ? StartProcessAsync("runuser", ["-u", "postgres", "--", Path.Combine(_binaries!, program), .. arguments])
        : StartProcessAsync(Path.Combine(_binaries!, program), arguments);

    private static async Task StartProcessAsync(string program, IReadOnlyList<string> arguments)
    {
        // No redirected output: a server that is left running would keep the pipe open, and reading it would never end.
        using var process = Process.Start(new ProcessStartInfo("/bin/sh", ["-c", "exec \"$@\" >/dev/null", "sh", program, .. arguments]) { WorkingDirectory = "/" })!;
        await process.WaitForExitAsync();
        Assert.True(process.ExitCode == 0, $"{program} {string.Join(' ', arguments)} ended with exit code {process.ExitCode}");
    }

    private static string? FindBinaries() =>
        Directory.Exists("/usr/lib/postgresql")
            ? Directory.GetDirectories("/usr/lib/postgresql").Select(version => Path.Combine(version, "bin"))
                .Where(bin => File.Exists(Path.Combine(bin, "initdb"))).Order(StringComparer.Ordinal).LastOrDefault()
            : (Environment.GetEnvironmentVariable("PATH") ?? "").Split(':').FirstOrDefault(folder => File.Exists(Path.Combine(folder, "initdb")));

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
