using System.CommandLine;
using LlmRec.Workbench.Catalog;
using LlmRec.Workbench.Review;
using Spectre.Console;

namespace LlmRec.Workbench.Web.Cli;

/// <summary>Approves what the machine is sure of, in one batch that the review page can undo.</summary>
internal static class ReviewCommand
{
    private static readonly Option<double> MinScore = new("--min-score") { Description = "Approve pairs that score at least this, 0 to 1", HelpName = "P", Required = true };
    private static readonly Option<string> Reason = new("--reason") { Description = "Why this is right; kept with every judgment", HelpName = "TEXT", Required = true };
    private static readonly Option<string?> Scope = new("--scope") { Description = "Only below this category", HelpName = "ID" };

    public static Command Create()
    {
        MinScore.Validators.Add(result =>
        {
            if (result.Tokens.Count == 1 && result.GetValueOrDefault<double>() is not (>= 0 and <= 1))
            {
                result.AddError($"--min-score {result.Tokens[0].Value}: a score lies between 0 and 1, for example 0.9.");
            }
        });
        return new("review", "Judge pairs and titles without the page.") { Accept(), AcceptTitles() };
    }

    private static Command Accept()
    {
        var command = new Command("accept", "Approve every clearly mapped waiting pair at or above a score, in one undoable batch.") { MinScore, Reason, Scope };
        return Accepting(command, "No waiting pair is clearly mapped with such a score.", (parsed, judgments, reason, scope, cancel) =>
            judgments.AcceptAsync(CliHost.Caller, parsed.GetValue(MinScore), reason, scope, cancel));
    }

    private static Command AcceptTitles()
    {
        var command = new Command("accept-titles", "Approve every waiting title whose sentence breaks no rule, in one undoable batch.") { Reason, Scope };
        return Accepting(command, "No waiting title is free of broken rules.", (_, judgments, reason, scope, cancel) =>
            judgments.AcceptTitlesAsync(CliHost.Caller, new(new TitleFilter { CategoryScope = scope }, reason), cancel));
    }

    private static Command Accepting(
        Command command, string nothing, Func<ParseResult, JudgmentService, string, string?, CancellationToken, Task<AcceptResult>> accept)
    {
        command.SetAction((parsed, stop) => CliHost.RunAsync(parsed, async (services, console, cancel) =>
        {
            if (parsed.GetValue(Reason) is not { } reason || string.IsNullOrWhiteSpace(reason))
            {
                console.MarkupLine("[red]--reason is empty: say why these are right.[/]");
                return 1;
            }

            var scope = parsed.GetValue(Scope);
            var tree = await services.GetRequiredService<CatalogService>().GetTreeAsync(cancel);
            if (scope is not null && tree.Find(scope) is not { RetiredAt: null })
            {
                console.MarkupLineInterpolated($"[red]--scope {scope}: the tree has no such category. Give the ID of a category, or leave --scope out.[/]");
                return 1;
            }

            var result = await accept(parsed, services.GetRequiredService<JudgmentService>(), reason, scope, cancel);
            Console.WriteLine(result.Count);
            console.WriteLine(result.BatchId is { } batch
                ? $"Approved as batch {batch} in the name of {CliHost.Caller.Name}; the history on the review page undoes it."
                : nothing);
            return 0;
        }, stop));
        return command;
    }
}
