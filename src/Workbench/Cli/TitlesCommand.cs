using System.CommandLine;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using LlmRec.Workbench.Titles;
using LlmRec.Workbench.Titles.Files;
using Spectre.Console;

namespace LlmRec.Workbench.Web.Cli;

/// <summary>Normalises a file of titles: one JSON object per line on standard output, in the file's order. Stores nothing and adds no sample.</summary>
internal static class TitlesCommand
{
    private static readonly Argument<FileInfo> TitlesFile = new("FILE")
    {
        Description = "UTF-8: one title per line, or JSON Lines with title, attributes and optionally id and category",
    };
    private static readonly Option<string> Model = new("--model") { Description = "Model profile (default: Models:Default)", HelpName = "PROFILE" };
    private static readonly Option<string> Prompt = new("--prompt") { Description = "Prompt to use (default: the first one for titles)", HelpName = "NAME[@N]" };
    private static readonly Option<bool> ByRule = new("--rule") { Description = "Ask no model: only the sentence by rule" };

    // People read this output too: Chinese stays Chinese.
    private static readonly JsonSerializerOptions Json = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower };

    public static Command Create()
    {
        var command = new Command("titles", "Say in one sentence what each product of a file of titles is.") { TitlesFile, Model, Prompt, ByRule };
        command.Validators.Add(result =>
        {
            if (result.GetValue(ByRule) && (result.GetValue(Model) is not null || result.GetValue(Prompt) is not null))
            {
                result.AddError("--rule asks no model: leave out --model and --prompt.");
            }
        });
        command.SetAction((parsed, stop) => CliHost.RunAsync(parsed, async (services, console, cancel) =>
        {
            var request = new TitleFileRequest(parsed.GetValue(Model), parsed.GetValue(Prompt), parsed.GetValue(ByRule));
            await using var file = parsed.GetValue(TitlesFile)!.OpenRead();
            await using var output = new StreamWriter(Console.OpenStandardOutput(), new UTF8Encoding(false));
            var problems = 0;
            await foreach (var title in services.GetRequiredService<TitleFileNormaliser>().NormaliseAsync(file, request, cancel))
            {
                problems += title.Problem is null ? 0 : 1;
                await output.WriteLineAsync(JsonSerializer.Serialize(title, Json));
            }

            if (problems > 0)
            {
                console.WriteLine($"{problems} lines had a problem; their field \"problem\" says what and where.");
            }

            return problems == 0 ? 0 : 1;
        }, stop));
        return command;
    }
}
