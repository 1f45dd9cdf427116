using System.CommandLine;
using LlmRec.Workbench.Security;
using LlmRec.Workbench.Storage;
using LlmRec.Workbench.Web.Hosting;
using Serilog;
using Serilog.Events;
using Spectre.Console;

namespace LlmRec.Workbench.Web.Cli;

/// <summary>Runs one command on the same services as the web app: results go to standard output, progress and messages to standard error.</summary>
internal static class CliHost
{
    /// <summary>The person at the keyboard; a single-user installation trusts the operating system's name for them.</summary>
    public static Caller Caller { get; } = Caller.SingleUser(Environment.UserName);

    // A message in a log file is one line.
    private const int WidthOfFiles = 1000;

    public static async Task<int> RunAsync(
        ParseResult parsed,
        Func<IServiceProvider, IAnsiConsole, CancellationToken, Task<int>> command,
        CancellationToken cancellationToken,
        Action<IServiceCollection>? addServices = null)
    {
        var errors = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(Console.Error) });
        if (Console.IsErrorRedirected)
        {
            errors.Profile.Width = WidthOfFiles;
        }

        try
        {
            using var host = Build(parsed, addServices);
            await host.Services.GetRequiredService<DatabaseSetup>().MigrateAsync(cancellationToken);
            await host.StartAsync(cancellationToken);
            try
            {
                return await command(host.Services, errors, cancellationToken);
            }
            finally
            {
                // Also behind a command that fails: a host that is thrown away while it runs reports its background work as failed.
                await host.StopAsync(CancellationToken.None);
            }
        }
        catch (Exception error) when (error is not OperationCanceledException && !IsBug(error))
        {
            errors.MarkupLineInterpolated($"[red]{error.Message}[/]");
            return 1;
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            errors.MarkupLine("[yellow]Cancelled.[/]");
            return 130;
        }
    }

    /// <summary>Asks the services one thing that needs no database.</summary>
    public static T Resolve<T>(ParseResult parsed, Func<IServiceProvider, T> ask)
    {
        using var host = Build(parsed, addServices: null);
        return ask(host.Services);
    }

    private static IHost Build(ParseResult parsed, Action<IServiceCollection>? addServices)
    {
        var builder = Host.CreateApplicationBuilder(new HostApplicationBuilderSettings { ContentRootPath = AppContext.BaseDirectory });
        builder.Configuration.AddUserSecrets(typeof(CliHost).Assembly, optional: true);
        builder.Configuration.AddCommandLineSettings(parsed.GetValue(CommandLine.Database), urls: null);
        builder.Services.AddSerilog(logging => logging.MinimumLevel.Warning()
            .WriteTo.Console(standardErrorFromLevel: LogEventLevel.Verbose, formatProvider: System.Globalization.CultureInfo.InvariantCulture));
        builder.Services.AddWorkbenchCore();
        addServices?.Invoke(builder.Services);
        return builder.Build();
    }

    // A wrong argument to our own code or a null is ours to mend and keeps its stack trace; everything else is a message for the person at the keyboard.
    private static bool IsBug(Exception error) => error is NullReferenceException or IndexOutOfRangeException or InvalidCastException or KeyNotFoundException;
}
