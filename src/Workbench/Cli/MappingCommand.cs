using System.CommandLine;
using System.Globalization;
using LlmRec.Workbench.Embeddings;
using LlmRec.Workbench.Mapping;
using LlmRec.Workbench.Mapping.Fitting;
using LlmRec.Workbench.Mapping.Settings;
using Spectre.Console;

namespace LlmRec.Workbench.Web.Cli;

/// <summary>What the mapping page can, without the page: prints and changes the rules in force, fits them to the judgments.</summary>
internal static class MappingCommand
{
    private const string NoEmbedding = "none";

    private static readonly Option<double?> Target = new("--target")
    {
        Description = $"Wanted share of right ones among what is accepted without a person, {Text(AcceptancePlan.LowestTarget)} to {Text(AcceptancePlan.HighestTarget)}", HelpName = "P",
    };

    private static readonly Option<string?> Embedding = new("--embedding") { Description = $"Embedding profile whose vectors are evidence, or {NoEmbedding}", HelpName = "NAME" };
    private static readonly Option<bool> Adopt = new("--adopt") { Description = "Use the fit at once, unless it is worse than what is in force" };

    public static Command Create()
    {
        Target.Validators.Add(result =>
        {
            if (result.Tokens.Count == 1 && result.GetValueOrDefault<double?>() is not (>= AcceptancePlan.LowestTarget and <= AcceptancePlan.HighestTarget))
            {
                result.AddError($"--target {result.Tokens[0].Value}: write a share from {Text(AcceptancePlan.LowestTarget)} to {Text(AcceptancePlan.HighestTarget)}, for example 0.97.");
            }
        });
        return new("mapping", "Print, change and fit the rules that names are mapped with.") { SettingsVerb(), FitVerb() };
    }

    private static Command SettingsVerb()
    {
        var command = new Command("settings", "Print the rules in force; with an option change them and map again what is stored.") { Target, Embedding };
        command.SetAction((parsed, stop) => CliHost.RunAsync(parsed, async (services, console, cancel) =>
        {
            var settings = services.GetRequiredService<MappingSettingsService>();
            if (parsed.GetValue(Embedding) is { } embedding)
            {
                var profile = embedding == NoEmbedding ? null : await TestAsync(services, embedding, cancel);
                await RemapAsync(console, progress => settings.SetEmbeddingProfileAsync(CliHost.Caller, profile, progress, cancel));
            }

            if (parsed.GetValue(Target) is { } target)
            {
                await RemapAsync(console, progress => settings.SetTargetPrecisionAsync(CliHost.Caller, target, progress, cancel));
            }

            var told = await TellAsync(services, console, cancel);
            return parsed.GetValue(Embedding) is null && parsed.GetValue(Target) is null ? 0 : told;
        }, stop));
        return command;
    }

    private static Command FitVerb()
    {
        var command = new Command("fit", "Fit the weights of the evidence to this site's judgments and print before and after; changes nothing without --adopt.") { Adopt };
        command.SetAction((parsed, stop) => CliHost.RunAsync(parsed, async (services, console, cancel) =>
        {
            var fitter = services.GetRequiredService<FusionFitter>();
            var outcome = await ProgressAsync(console, "fitting", progress => fitter.FitAsync(CliHost.Caller, progress, cancel));
            if (outcome is not FitOutcome.Done done)
            {
                console.WriteLine(MappingText.Refusal(((FitOutcome.Refused)outcome).Supply));
                return 1;
            }

            MappingText.Write(Console.Out, done.Fit, done.Report);
            if (!parsed.GetValue(Adopt))
            {
                return 0;
            }

            if (done.Report.Verdict == FitVerdict.Worse)
            {
                console.WriteLine($"Fit {done.Fit.Id} was not adopted: on judgments it has not seen it is worse than what is in force. The mapping page can adopt it all the same.");
                return 1;
            }

            var settings = services.GetRequiredService<MappingSettingsService>();
            await RemapAsync(console, progress => settings.AdoptAsync(CliHost.Caller, done.Fit.Id, progress, cancel));
            return await TellAsync(services, console, cancel);
        }, stop));
        return command;
    }

    /// <summary>Only a generator that answers is taken, as on the page; the name comes back as it is configured.</summary>
    private static async Task<string> TestAsync(IServiceProvider services, string name, CancellationToken cancel)
    {
        var profile = services.GetRequiredService<EmbeddingProfiles>().Get(name).Name;
        if (profile == EmbeddingProfile.LexicalName)
        {
            throw new InvalidOperationException($"--embedding {name}: what it sees in a text the lexical evidence sees already. Name a configured model, or {NoEmbedding}.");
        }

        var test = await services.GetRequiredService<EmbeddingConnectionTester>().TestAsync(CliHost.Caller, profile, cancel);
        return test.Ok ? profile : throw new InvalidOperationException($"--embedding {name}: the test failed and nothing was changed. {test.Problem}");
    }

    private static Task<MappingSettings> RemapAsync(IAnsiConsole console, Func<IProgress<RemapProgress>, Task<MappingSettings>> change) => ProgressAsync(console, "mapping again", change);

    private static Task<T> ProgressAsync<T>(IAnsiConsole console, string title, Func<IProgress<RemapProgress>, Task<T>> work) => console.Progress().StartAsync(context =>
    {
        var task = context.AddTask(title);
        return work(new Progress<RemapProgress>(p => (task.MaxValue, task.Value) = (Math.Max(1, p.Total), p.Total == 0 ? 1 : p.Done)));
    });

    /// <summary>Prints what holds now. After a change a text that could not be mapped is no full success.</summary>
    private static async Task<int> TellAsync(IServiceProvider services, IAnsiConsole console, CancellationToken cancel)
    {
        var rules = await services.GetRequiredService<MappingRulesReader>().GetAsync(cancel);
        MappingText.Write(Console.Out, rules, await services.GetRequiredService<ObservedPrecision>().GetAsync(cancel));
        var failed = await services.GetRequiredService<MappingRefresher>().SummariseFailedAsync(cancel);
        await Console.Out.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"failed\t{failed.Count} texts"));
        if (failed.Count > 0)
        {
            console.WriteLine($"{failed.Count} texts could not be mapped; 'map --remap --failed' tries only them again. {failed.Reason}");
        }

        return failed.Count == 0 ? 0 : 1;
    }

    private static string Text(double value) => value.ToString(CultureInfo.InvariantCulture);
}
