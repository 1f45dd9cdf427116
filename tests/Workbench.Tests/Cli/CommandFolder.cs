using System.Diagnostics;

namespace LlmRec.Workbench.Web.Tests.Cli;

/// <summary>Commands as a person runs them, each a process of its own, on one database in a folder of their own.</summary>
internal sealed class CommandFolder : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("workbench-test-").FullName;

    public string Write(string name, string text)
    {
        var file = System.IO.Path.Combine(Path, name);
        File.WriteAllText(file, text);
        return file;
    }

    public async Task<(int ExitCode, string Output, string Errors)> RunAsync(params string[] arguments)
    {
        var program = System.IO.Path.Combine(AppContext.BaseDirectory, "LlmRec.Workbench.dll");
        using var process = Process.Start(new ProcessStartInfo("dotnet", [program, .. arguments, "--database", System.IO.Path.Combine(Path, "test.db")])
        {
            RedirectStandardOutput = true, RedirectStandardError = true,
        })!;
        var errors = process.StandardError.ReadToEndAsync();
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return (process.ExitCode, output, await errors);
    }

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
