using System.CommandLine;
using System.Text.Json;
using LlmRec.Workbench.Catalog;
using LlmRec.Workbench.Mapping.Evaluation;
using Spectre.Console;

namespace LlmRec.Workbench.Web.Cli;

/// <summary>The part of the map command that measures: <c>map --gold FILE</c>.</summary>
internal static class MapGold
{
    private const string Json = "json";
    private const string Plain = "text";
    private const int ShownProblems = 50;

    private static readonly Option<string?> Gold = new("--gold")
    {
        Description = $"Measure with a TSV of {GoldFile.NameColumn}, {GoldFile.IdsColumn} and an optional stratum; or '{JudgedGold.Title}' for this site's own", HelpName = "FILE",
    };

    private static readonly Option<bool> Ablation = new("--ablation") { Description = "With --gold: measure each evidence source alone and left out" };

    private static readonly Option<string> Setting = new("--setting")
    {
        Description = "With --gold: what to measure: now, default, settings:N or fit:N, then ,-SOURCE and ,embedding:NAME", HelpName = "SETTING", DefaultValueFactory = _ => "now",
    };

    private static readonly Option<string?> Compare = new("--compare") { Description = "With --gold: a second setting side by side", HelpName = "SETTING" };
    private static readonly Option<string> Format = new("--format") { Description = "With --gold: text or json", DefaultValueFactory = _ => Plain };

    public static void AddTo(Command command)
    {
        foreach (var option in (Option[])[Gold, Ablation, Setting, Compare, Format])
        {
            command.Options.Add(option);
        }

        Format.AcceptOnlyFromAmong(Plain, Json);
        foreach (var option in (Option[])[Setting, Compare])
        {
            option.Validators.Add(result =>
            {
                if (result.Tokens.Count > 0 && MappingSpec.Parse(result.Tokens[0].Value) is null)
                {
                    result.AddError($"{option.Name} {result.Tokens[0].Value}: write now, default, settings:N or fit:N, then, each after a comma, -SOURCE or embedding:NAME.");
                }
            });
        }

        command.Validators.Add(result =>
        {
            var stray = ((Option[])[Ablation, Setting, Compare, Format]).FirstOrDefault(o => result.GetResult(o) is { Implicit: false });
            if (result.GetValue(Gold) is null && stray is not null)
            {
                result.AddError($"{stray.Name} goes with --gold FILE.");
            }
        });
    }

    public static bool IsAsked(ParseResult parsed) => parsed.GetValue(Gold) is not null;

    public static bool IsAsked(System.CommandLine.Parsing.CommandResult result) => result.GetValue(Gold) is not null;

    public static async Task<int> RunAsync(ParseResult parsed, IServiceProvider services, IAnsiConsole console, CancellationToken cancel)
    {
        if (await ReadAsync(parsed.GetValue(Gold)!, services, console, cancel) is not { } gold)
        {
            return 1;
        }

        var specs = services.GetRequiredService<MappingSpecReader>();
        var a = await specs.ReadAsync(MappingSpec.Parse(parsed.GetValue(Setting))!, cancel);
        var b = parsed.GetValue(Compare) is { } compare ? await specs.ReadAsync(MappingSpec.Parse(compare)!, cancel) : null;
        var report = await services.GetRequiredService<MappingEvaluator>().EvaluateAsync(gold, a, b, parsed.GetValue(Ablation), progress: null, cancel);
        Explain(console, gold, report);
        if (parsed.GetValue(Format) == Json)
        {
            await Console.Out.WriteLineAsync(JsonSerializer.Serialize(report, EvaluationJson.Indented));
        }
        else
        {
            GoldReportText.Write(Console.Out, report, await services.GetRequiredService<CatalogService>().GetTreeAsync(cancel));
        }

        return 0;
    }

    private static async Task<GoldMaterial?> ReadAsync(string source, IServiceProvider services, IAnsiConsole console, CancellationToken cancel)
    {
        if (source == JudgedGold.Title && !File.Exists(source))
        {
            return await services.GetRequiredService<GoldSources>().ReadAsync(goldSetId: null, cancel);
        }

        await using var stream = File.OpenRead(source);
        var reading = await GoldFile.ReadAsync(stream, cancel);
        foreach (var problem in reading.Problems.Take(ShownProblems))
        {
            console.MarkupLineInterpolated($"[red]{problem.ToString()}[/]");
        }

        if (reading.Problems.Count > 0)
        {
            console.MarkupLineInterpolated($"[red]{source}: {reading.Problems.Count} bad lines; nothing was measured, because a part of the names would give other figures.[/]");
            return null;
        }

        return new GoldMaterial(Path.GetFileName(source), reading.Names);
    }

    private static void Explain(IAnsiConsole console, GoldMaterial gold, EvaluationReport report)
    {
        var facts = report.Gold;
        console.MarkupLineInterpolated($"{gold.Title}: {facts.Names} names, {facts.WithoutCategory} of them without a right category, against {facts.Categories} categories");
        foreach (var note in Notes(facts))
        {
            console.MarkupLineInterpolated($"[yellow]{note}[/]");
        }
    }

    private static IEnumerable<string> Notes(GoldFacts facts)
    {
        if (facts.UnknownIds > 0)
        {
            yield return $"{facts.UnknownIds} gold IDs are not in the tree; {facts.Unreachable} names have no gold ID that is, and count as wrong.";
        }

        if (facts.FromJudgments)
        {
            yield return "Measured without aliases: they come from these judgments, and the mapping would be measured with itself. "
                + $"{facts.LeftOut} texts that were only approved in bulk are left out. Settings fitted on these judgments look better than they are: see the fit's held-out report.";
        }

        if (facts.Failed > 0)
        {
            yield return $"{facts.Failed} names failed, because an evidence source could not be asked; they count as wrong.";
        }
    }
}
