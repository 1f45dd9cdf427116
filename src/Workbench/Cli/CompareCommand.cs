using System.CommandLine;
using LlmRec.Workbench.Catalog;
using LlmRec.Workbench.Perplexity;
using LlmRec.Workbench.Titles.Comparison;
using Spectre.Console;

namespace LlmRec.Workbench.Web.Cli;

/// <summary>Prints what the titles page shows, for programs and for machines without a screen.</summary>
internal static class CompareCommand
{
    private static readonly Option<string?> Arm = new("--arm")
    {
        Description = "Which answers: run:N, prompt:NAME@VERSION, model:NAME (default: the newest of each product)", HelpName = "ARM",
    };

    private static readonly Option<string?> Against = new("--against")
    {
        Description = "Compare --arm with the answers of this one instead of with the raw titles", HelpName = "ARM",
    };

    private static readonly Option<string?> Scope = new("--scope") { Description = "Only products below this category", HelpName = "ID" };
    private static readonly Option<bool> All = new("--all") { Description = "Every product instead of a sample of 100" };
    private static readonly Option<int> Seed = new("--seed") { Description = "Which sample", DefaultValueFactory = _ => ComparisonRequest.Default.Seed };

    private static readonly Option<string?> Scorer = new("--scorer")
    {
        Description = "Language model or scoring profile (default: the installed model); an endpoint is asked and may cost money", HelpName = "NAME",
    };

    private static readonly Option<bool> PerCharacter = new("--per-character") { Description = "Perplexity per character instead of per token" };
    private static readonly Option<bool> WithoutUnknown = new("--without-unknown") { Description = "Leave out words that the model does not know" };
    private static readonly Option<bool> WithoutOpening = new("--without-opening") { Description = "Cut the fixed opening off first" };

    public static Command Create() => new("compare", "Compare what is stored.") { Titles() };

    private static Command Titles()
    {
        var command = new Command("titles", "Perplexity of raw titles, normalised titles and the rule baseline, with intervals and tests; tab-separated.")
        {
            Arm, Against, Scope, All, Seed, Scorer, PerCharacter, WithoutUnknown, WithoutOpening,
        };
        command.SetAction((parsed, stop) => CliHost.RunAsync(parsed, (services, console, cancel) => CompareAsync(parsed, services, console, cancel), stop));
        return command;
    }

    private static async Task<int> CompareAsync(ParseResult parsed, IServiceProvider services, IAnsiConsole console, CancellationToken cancel)
    {
        var scorer = await FindAsync(services.GetRequiredService<PerplexityScorers>(), parsed.GetValue(Scorer), cancel);
        var measure = new PerplexityMeasure(parsed.GetValue(PerCharacter), parsed.GetValue(WithoutUnknown), parsed.GetValue(WithoutOpening));
        var request = new ComparisonRequest(
            Parse(parsed, Arm), await ScopeAsync(parsed, services, cancel), measure, parsed.GetValue(All) ? null : ComparisonRequest.PublishedSample, parsed.GetValue(Seed));
        var rows = parsed.GetValue(Against) is null
            ? await CompareOneAsync(services, request, scorer, cancel)
            : await CompareTwoAsync(services, request, Parse(parsed, Against), scorer, cancel);
        if (rows == 0)
        {
            console.MarkupLine("[red]There is nothing to compare: no product has such answers. Run 'run titles' first, or name another arm or scope.[/]");
        }

        return rows == 0 ? 1 : 0;
    }

    private static async Task<int> CompareOneAsync(IServiceProvider services, ComparisonRequest request, IPerplexityScorer scorer, CancellationToken cancel)
    {
        var result = await services.GetRequiredService<TitleComparison>().CompareAsync(request, scorer, progress: null, cancel);
        ComparisonReport.Write(Console.Out, result);
        return result.Rows.Count;
    }

    private static async Task<int> CompareTwoAsync(IServiceProvider services, ComparisonRequest request, TitleArm against, IPerplexityScorer scorer, CancellationToken cancel)
    {
        var versions = new VersionRequest(against, request.Arm, request.CategoryId, request.Measure, request.SampleSize, request.Seed);
        var result = await services.GetRequiredService<VersionComparison>().CompareAsync(versions, scorer, progress: null, cancel);
        ComparisonReport.Write(Console.Out, result);
        return result.Rows.Count;
    }

    private static async Task<IPerplexityScorer> FindAsync(PerplexityScorers scorers, string? name, CancellationToken cancel)
    {
        var found = name is null ? await scorers.GetDefaultAsync(cancel) : await scorers.GetAsync(name, cancel);
        var known = string.Join(", ", scorers.All.Select(s => s.Available ? s.Name : $"{s.Name} ({s.Problem})"));
        return found ?? throw new LanguageModelException(
            (name is null ? "There is no language model to measure with." : $"There is no usable scorer '{name}'.")
            + (known.Length == 0 ? " Run 'lm install'." : $" There are: {known}."));
    }

    private static async Task<string?> ScopeAsync(ParseResult parsed, IServiceProvider services, CancellationToken cancel)
    {
        var scope = parsed.GetValue(Scope);
        var tree = await services.GetRequiredService<CatalogService>().GetTreeAsync(cancel);
        return scope is null || tree.Find(scope) is not null ? scope
            : throw new InvalidDataException($"--scope {scope}: the tree has no such category. Give the ID of a category, or leave --scope out.");
    }

    private static TitleArm Parse(ParseResult parsed, Option<string?> option) =>
        TitleArm.TryParse(parsed.GetValue(option), out var arm) ? arm
        : throw new InvalidDataException($"{option.Name} {parsed.GetValue(option)}: write run:N, prompt:NAME@VERSION, model:NAME, or the last two joined with |.");
}
