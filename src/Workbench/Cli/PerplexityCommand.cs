using System.CommandLine;
using LlmRec.Workbench.Perplexity;

namespace LlmRec.Workbench.Web.Cli;

/// <summary>Scores a text line by line with a language model: one tab-separated row per line on standard output, after a header. Only --scorer needs a database.</summary>
internal static class PerplexityCommand
{
    private static readonly Argument<FileInfo> TextFile = new("FILE") { Description = "UTF-8 text, one sentence per line" };
    private static readonly Option<string> Model = new("--model")
    {
        Description = "An ARPA text (plain or gzip) or a KenLM binary (default: the installed Chinese model)", HelpName = "PATH",
    };
    private static readonly Option<bool> Tokenized = new("--tokenized")
    {
        Description = "The words of a line are separated by blanks already (default: cut by the model's own words)",
    };
    private static readonly Option<string> Scorer = new("--scorer")
    {
        Description = "A scorer by its name, as the page of models lists it: a model file's or a model profile's", HelpName = "NAME",
    };

    public static Command Create()
    {
        var command = new Command("perplexity", "Print how probable a language model finds each line of a text.") { TextFile, Model, Tokenized, Scorer };
        command.Validators.Add(result =>
        {
            if (result.GetValue(Scorer) is not null && (result.GetValue(Model) is not null || result.GetValue(Tokenized)))
            {
                result.AddError("--scorer names a model that cuts the text itself: leave out --model and --tokenized.");
            }
        });
        command.SetAction((parsed, stop) => parsed.GetValue(Scorer) is { } scorer
            ? CliHost.RunAsync(parsed, (services, _, cancel) => ScoreAsync(services, scorer, parsed.GetValue(TextFile)!, cancel), stop)
            : Task.Run(() => RunAsync(parsed, stop), stop));
        return command;
    }

    private static async Task<int> ScoreAsync(IServiceProvider services, string name, FileInfo file, CancellationToken stop)
    {
        var scorers = services.GetRequiredService<PerplexityScorers>();
        var scorer = await scorers.GetAsync(name, stop) ?? throw new LanguageModelException(WhyNot(name, scorers.All));
        await using var text = file.OpenRead();
        await using var output = new PerplexityOutput();
        await output.ScoreTextAsync(scorer, text, stop);
        return 0;
    }

    private static string WhyNot(string name, IReadOnlyList<ScorerInfo> all)
    {
        var known = all.FirstOrDefault(s => s.Name == name || name.Equals(s.Profile, StringComparison.OrdinalIgnoreCase));
        return known?.Problem
            ?? $"There is no scorer '{name}'. {(all.Count == 0 ? "Run 'lm install' for the Chinese model." : $"There are: {string.Join(", ", all.Select(s => s.Name))}.")}";
    }

    private static async Task<int> RunAsync(ParseResult parsed, CancellationToken stop)
    {
        try
        {
            using var model = LanguageModel.Open(FindModel(parsed));
            await using var text = parsed.GetValue(TextFile)!.OpenRead();
            await using var output = new PerplexityOutput();
            await (parsed.GetValue(Tokenized) ? output.ScoreWordsAsync(model, text, stop) : output.ScoreTextAsync(new KenlmScorer(model), text, stop));
            return 0;
        }
        catch (Exception error) when (error is LanguageModelException or IOException or InvalidDataException or UnauthorizedAccessException)
        {
            Console.Error.WriteLine(error.Message);
            return 1;
        }
    }

    private static string FindModel(ParseResult parsed)
    {
        if (parsed.GetValue(Model) is { } path)
        {
            return path;
        }

        var installed = CliHost.Resolve(parsed, services => services.GetRequiredService<LanguageModelInstaller>().ModelPath);
        return File.Exists(installed)
            ? installed
            : throw new LanguageModelException($"The Chinese language model is not installed at {installed}. Run 'lm install' first, or name a model with --model.");
    }
}
