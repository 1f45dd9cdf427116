using System.CommandLine;
using LlmRec.Workbench.Catalog;
using LlmRec.Workbench.Review;
using Spectre.Console;

namespace LlmRec.Workbench.Web.Cli;

/// <summary>Approves what the mapping is sure of, in one batch that the review page can undo.</summary>
internal static class ReviewCommand
{
    private static readonly Option<double> MinScore = new("--min-score") { Description = "Approve pairs that score at least this, 0 to 1", HelpName = "P", Required = true };
    private static readonly Option<string> Reason = new("--reason") { Description = "Why this is right; kept with every judgment", HelpName = "TEXT", Required = true };
    private static readonly Option<string?> Scope = new("--scope") { Description = "Only below this source category", HelpName = "ID" };

    public static Command Create()
    {
        MinScore.Validators.Add(result =>
        {
            if (result.Tokens.Count == 1 && result.GetValueOrDefault<double>() is not (>= 0 and <= 1))
            {
                result.AddError($"--min-score {result.Tokens[0].Value}: a score lies between 0 and 1, for example 0.9.");
            }
        });
        return new("review", "Judge pairs without the page.") { Accept() };
    }

    private static Command Accept()
    {
        var command = new Command("accept", "Approve every clearly mapped waiting pair at or above a score, in one undoable batch.") { MinScore, Reason, Scope };
        command.SetAction((parsed, stop) => CliHost.RunAsync(parsed, async (services, console, cancel) =>
        {
            if (string.IsNullOrWhiteSpace(parsed.GetValue(Reason)))
            {
                console.MarkupLine("[red]--reason is empty: say why these pairs are right.[/]");
                return 1;
            }

            var scope = parsed.GetValue(Scope);
            var tree = await services.GetRequiredService<CatalogService>().GetTreeAsync(cancel);
            if (scope is not null && tree.Find(scope) is not { RetiredAt: null })
            {
                console.MarkupLineInterpolated($"[red]--scope {scope}: the tree has no such category. Give the ID of a category, or leave --scope out.[/]");
                return 1;
            }

            var result = await services.GetRequiredService<JudgmentService>()
                .AcceptAsync(CliHost.Caller, parsed.GetValue(MinScore), parsed.GetValue(Reason)!, scope, cancel);
            Console.WriteLine(result.Count);
            console.WriteLine(result.BatchId is { } batch
                ? $"Approved as batch {batch} in the name of {CliHost.Caller.Name}; the history on the review page undoes it."
                : "No waiting pair is clearly mapped with such a score.");
            return 0;
        }, stop));
        return command;
    }
}
