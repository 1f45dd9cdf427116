using System.CommandLine;
using System.Globalization;
using System.Text;
using LlmRec.Workbench.Perplexity;
using LlmRec.Workbench.Storage;

namespace LlmRec.Workbench.Web.Cli;

/// <summary>Scores a text line by line with a language model: one tab-separated row per line on standard output, after a header. Needs no database.</summary>
internal static class PerplexityCommand
{
    private const int LongestLine = 1 << 26;

    private static readonly Argument<FileInfo> TextFile = new("FILE") { Description = "UTF-8 text, one sentence per line" };
    private static readonly Option<string> Model = new("--model") { Description = "An ARPA text (plain or gzip) or a KenLM binary (default: the installed Chinese model)", HelpName = "PATH" };
    private static readonly Option<bool> Tokenized = new("--tokenized") { Description = "The words of a line are separated by blanks already" };

    public static Command Create()
    {
        var command = new Command("perplexity", "Print how probable a language model finds each line of a text.") { TextFile, Model, Tokenized };
        command.SetAction((parsed, stop) => Task.Run(() => Run(parsed, stop), stop));
        return command;
    }

    private static int Run(ParseResult parsed, CancellationToken stop)
    {
        try
        {
            using var model = LanguageModel.Open(FindModel(parsed));
            using var text = parsed.GetValue(TextFile)!.OpenRead();
            Score(model, text, parsed.GetValue(Tokenized), stop);
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

    private static void Score(LanguageModel model, Stream text, bool isTokenized, CancellationToken stop)
    {
        if (!isTokenized)
        {
            throw new LanguageModelException("Text that is not tokenised cannot be scored yet. Separate its words by blanks and add --tokenized.");
        }

        using var output = new StreamWriter(Console.OpenStandardOutput(), new UTF8Encoding(false), 1 << 16);
        output.Write("tokens\tlog10_prob\toov\tperplexity\n");
        var lines = new Utf8Lines(text, LongestLine);
        while (lines.TryRead(out var line))
        {
            stop.ThrowIfCancellationRequested();
            var score = model.ScoreSentence(line);
            output.Write(string.Create(CultureInfo.InvariantCulture, $"{score.Tokens}\t{score.Log10:F6}\t{score.Oov}\t{score.Perplexity:F4}\n"));
        }
    }
}
