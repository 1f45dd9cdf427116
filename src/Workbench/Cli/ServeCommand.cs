using System.CommandLine;
using LlmRec.Workbench.Web.Hosting;
using Spectre.Console;

namespace LlmRec.Workbench.Web.Cli;

internal static class ServeCommand
{
    private static readonly Option<string> Urls = new("--urls")
    {
        Description = "Loopback addresses to listen on, separated by ; (default: Urls in appsettings.json)",
    };

    public static Command Create()
    {
        var command = new Command("serve", "Serve the web app (the default).") { Urls };
        command.SetAction(ServeAsync);
        return command;
    }

    public static void MakeDefault(RootCommand root)
    {
        root.Options.Add(Urls);
        root.SetAction(ServeAsync);
    }

    private static async Task<int> ServeAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        try
        {
            await using var app = WorkbenchApp.Build(parsed.GetValue(CommandLine.Database), parsed.GetValue(Urls));
            await WorkbenchApp.PrepareAsync(app.Services, cancellationToken);
            await app.StartAsync(cancellationToken);
            Console.WriteLine($"LlmRec Workbench is ready: {string.Join(" ", app.Urls)}  (Ctrl-C stops it)");
            await app.WaitForShutdownAsync(cancellationToken);
            return 0;
        }
        catch (Exception error) when (error is InvalidOperationException or IOException or Microsoft.Extensions.Options.OptionsValidationException)
        {
            AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(Console.Error) }).MarkupLineInterpolated($"[red]{error.Message}[/]");
            return 1;
        }
    }
}
