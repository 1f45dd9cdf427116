using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text.Json;

namespace LlmRec.Workbench.EndToEnd;

/// <summary>A real OpenRefine without a window, on a free loopback port and with nothing in it, driven by the commands that its own page sends.</summary>
internal sealed class OpenRefine : IAsyncDisposable
{
    private const string Executable = "/usr/bin/openrefine";

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    private readonly Process _process;
    private readonly HttpClient _http;

    private OpenRefine(Process process, int port) =>
        (_process, _http) = (process, new HttpClient { BaseAddress = new Uri($"http://127.0.0.1:{port}/command/core/"), Timeout = Patience });

    /// <summary>The origin of its pages.</summary>
    public string Origin => _http.BaseAddress!.GetLeftPart(UriPartial.Authority);

    /// <summary>Skips the running test where OpenRefine is not installed.</summary>
    public static async Task<OpenRefine> StartAsync(string folder)
    {
        Assert.SkipUnless(File.Exists(Executable), $"OpenRefine is not on this machine ({Executable}; Debian's package openrefine). test.sh installs it as root.");
        var port = FreePort();
        var home = Directory.CreateDirectory(Path.Combine(folder, "openrefine-home")).FullName;
        var data = Directory.CreateDirectory(Path.Combine(folder, "openrefine")).FullName;
        var start = new ProcessStartInfo(Executable, ["-p", $"{port}", "-i", "127.0.0.1", "-d", data, "-m", "512M", "-x", "refine.headless=true"])
        {
            RedirectStandardOutput = true, RedirectStandardError = true, Environment = { ["HOME"] = home },
        };
        var process = Process.Start(start)!;
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        var refine = new OpenRefine(process, port);
        await refine.UntilAsync(async () => (await refine.GetAsync("get-version")).GetProperty("version").GetString() is { Length: > 0 });
        return refine;
    }

    /// <summary>Makes a project of one column and returns its number.</summary>
    public async Task<string> CreateProjectAsync(string column, IEnumerable<string> values)
    {
        using var form = new MultipartFormDataContent { { new StringContent(string.Join('\n', values.Prepend(column).Select(v => $"\"{v}\""))), "project-file", "names.csv" } };
        var options = Uri.EscapeDataString("""{"separator":",","encoding":"UTF-8","headerLines":1}""");
        using var response = await _http.PostAsync(
            $"create-project-from-upload?csrf_token={await TokenAsync()}&project-name=names&format={Uri.EscapeDataString("text/line-based/*sv")}&options={options}", form);
        response.EnsureSuccessStatusCode();
        return response.RequestMessage!.RequestUri!.Query.Split("project=")[1];
    }

    public Task<JsonElement> GetAsync(string command) => ReadAsync(_http.GetAsync(command));

    public async Task<JsonElement> PostAsync(string command, params (string Name, object Value)[] fields)
    {
        var form = fields.ToDictionary(f => f.Name, f => f.Value as string ?? JsonSerializer.Serialize(f.Value));
        var address = $"{command}{(command.Contains('?') ? '&' : '?')}csrf_token={await TokenAsync()}";
        return await ReadAsync(_http.PostAsync(address, new FormUrlEncodedContent(form)));
    }

    /// <summary>Waits until nothing runs on the project any more.</summary>
    public Task FinishAsync(string project) =>
        UntilAsync(async () => (await GetAsync($"get-processes?project={project}")).GetProperty("processes").GetArrayLength() == 0);

    public async ValueTask DisposeAsync()
    {
        _http.Dispose();
        _process.Kill(entireProcessTree: true);
        await _process.WaitForExitAsync();
        _process.Dispose();
    }

    private async Task<string> TokenAsync() => (await GetAsync("get-csrf-token")).GetProperty("token").GetString()!;

    private static async Task<JsonElement> ReadAsync(Task<HttpResponseMessage> sending)
    {
        using var response = await sending;
        return JsonDocument.Parse(await response.Content.ReadAsStringAsync()).RootElement;
    }

    private async Task UntilAsync(Func<Task<bool>> done)
    {
        var watch = Stopwatch.StartNew();
        while (!await TryAsync(done))
        {
            _process.HasExited.ShouldBeFalse("OpenRefine ended by itself.");
            watch.Elapsed.ShouldBeLessThan(Patience, "OpenRefine is not done.");
            await Task.Delay(100);
        }
    }

    private static async Task<bool> TryAsync(Func<Task<bool>> done)
    {
        try
        {
            return await done();
        }
        catch (Exception error) when (error is HttpRequestException or JsonException)
        {
            return false;
        }
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
