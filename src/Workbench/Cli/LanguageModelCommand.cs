using System.CommandLine;
using System.Globalization;
using LlmRec.Workbench.Perplexity;
using LlmRec.Workbench.Titles;
using Spectre.Console;

namespace LlmRec.Workbench.Web.Cli;

/// <summary>Fetches or describes a language model.</summary>
internal static class LanguageModelCommand
{
    private static readonly Argument<string> ModelPath = new("PATH") { Description = "An ARPA text or a KenLM binary" };

    public static Command Create() => new("lm", "Fetch or describe a language model.") { Install(), Info() };

    private static Command Install()
    {
        var command = new Command("install", "Fetch the Chinese language model into the data folder; needs no root.");
        command.SetAction((parsed, stop) => CliHost.RunAsync(parsed, async (services, console, cancel) =>
        {
            var installer = services.GetRequiredService<LanguageModelInstaller>();
            var result = await installer.InstallAsync(cancel);
            if (result.Outcome == InstallOutcome.NotPossible)
            {
                console.MarkupLineInterpolated($"[yellow]The Chinese language model could not be installed: {result.Reason}.[/]");
                console.WriteLine($"Everything but perplexity works without it. To add it by hand, copy a KenLM model to {result.Path}.");
                return 1;
            }

            console.WriteLine(result.Outcome == InstallOutcome.AlreadyThere ? "The Chinese language model is already there." : "The Chinese language model is installed.");
            Console.WriteLine(result.Path);
            if (result.Outcome == InstallOutcome.Installed && await services.GetRequiredService<TitleMeasuring>().FillAsync(cancel) is > 0 and var measured)
            {
                console.WriteLine($"{measured} titles that were stored without it are measured now.");
            }

            return 0;
        }, stop));
        return command;
    }

    private static Command Info()
    {
        var command = new Command("info", "Print a model's size and kind.") { ModelPath };
        command.SetAction(parsed => Describe(parsed.GetValue(ModelPath)!));
        return command;
    }

    private static int Describe(string path)
    {
        try
        {
            var info = LanguageModelInfo.Read(path);
            var counts = string.Join("\n", info.NgramCounts.Select((count, i) => string.Create(CultureInfo.InvariantCulture, $"{i + 1}-grams\t{count}")));
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"path\t{path}\nsize\t{info.Size}\nkind\t{info.Kind}\norder\t{info.NgramCounts.Count}\n{counts}\nvocabulary\t{(info.HasVocabulary ? "yes" : "no")}"));
            return 0;
        }
        catch (LanguageModelException error)
        {
            Console.Error.WriteLine(error.Message);
            return 1;
        }
    }
}
