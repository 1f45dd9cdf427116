using System.CommandLine;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using LlmRec.Workbench.Catalog;
using LlmRec.Workbench.Mapping;
using Spectre.Console;

namespace LlmRec.Workbench.Web.Cli;

/// <summary>Maps a file of names against the tree: one JSON object per name on standard output, in the file's order.</summary>
internal static class MapCommand
{
    private const string NameColumn = "name";

    private static readonly Argument<FileInfo> NamesFile = new("FILE") { Description = "One name per line, or a TSV whose first column is name", Arity = ArgumentArity.ZeroOrOne };
    private static readonly Option<int> Top = new("--top") { Description = "Candidates per name", DefaultValueFactory = _ => MappingStore.CandidatesKept };
    private static readonly Option<bool> Remap = new("--remap") { Description = "Instead of a file: map every stored text again, for example after an import" };
    private static readonly Option<bool> OnlyFailed = new("--failed") { Description = "With --remap: only those that could not be mapped, for example because an embedding endpoint failed" };

    // People read this output too: Chinese stays Chinese.
    private static readonly JsonSerializerOptions Json = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        DefaultIgnoreCondition = JsonIgnoreCondition.Never,
    };

    public static Command Create()
    {
        var command = new Command("map", "Map names to categories of the tree.") { NamesFile, Top, Remap, OnlyFailed };
        command.Validators.Add(result =>
        {
            if (((bool[])[result.GetValue(NamesFile) is not null, result.GetValue(Remap), MapGold.IsAsked(result)]).Count(asked => asked) != 1)
            {
                result.AddError("Give either a FILE of names, or --gold FILE, or --remap.");
            }

            if (result.GetValue(OnlyFailed) && !result.GetValue(Remap))
            {
                result.AddError("--failed goes with --remap.");
            }
        });
        MapGold.AddTo(command);
        Top.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<int>() < 1)
            {
                result.AddError("--top must be 1 or more.");
            }
        });
        command.SetAction((parsed, stop) => CliHost.RunAsync(parsed, async (services, console, cancel) =>
        {
            if (MapGold.IsAsked(parsed))
            {
                return await MapGold.RunAsync(parsed, services, console, cancel);
            }

            if (parsed.GetValue(NamesFile) is { } file)
            {
                return Tell(console, await MapFileAsync(services, file, parsed.GetValue(Top), cancel));
            }

            var refresher = services.GetRequiredService<MappingRefresher>();
            var count = parsed.GetValue(OnlyFailed) ? await refresher.RetryFailedAsync(cancellationToken: cancel) : await refresher.RemapAllAsync(cancellationToken: cancel);
            await Console.Out.WriteLineAsync($"{count} texts mapped again");
            return Tell(console, await refresher.SummariseFailedAsync(cancel));
        }, stop));
        return command;
    }

    // A text that could not be looked at is no full success.
    private static int Tell(IAnsiConsole console, FailedMappings failed)
    {
        if (failed.Count > 0)
        {
            console.WriteLine($"{failed.Count} could not be mapped. {failed.Reason}");
        }

        return failed.Count == 0 ? 0 : 1;
    }

    private static async Task<FailedMappings> MapFileAsync(IServiceProvider services, FileInfo file, int top, CancellationToken cancel)
    {
        var names = ReadNames(await File.ReadAllLinesAsync(file.FullName, Encoding.UTF8, cancel));
        var tree = await services.GetRequiredService<CatalogService>().GetTreeAsync(cancel);
        if (tree.All.Count == 0)
        {
            throw new InvalidOperationException("The database holds no categories to map to. Import some first: import categories FILE.");
        }

        await using var output = new StreamWriter(Console.OpenStandardOutput(), new UTF8Encoding(false));
        var results = await services.GetRequiredService<CategoryMapper>().MapAsync(names, top, cancel);
        foreach (var result in results)
        {
            var candidates = result.Candidates.Select(c =>
                new Candidate(c.CategoryId, tree.Find(c.CategoryId)!.Path, Math.Round(c.Score, 4), c.Accepted, Rounded(c.Evidence))).ToList();
            await output.WriteLineAsync(JsonSerializer.Serialize(new Line(result.Text, Word(result.Outcome), candidates), Json));
        }

        return new FailedMappings(results.Count(r => r.Outcome == MappingOutcome.Failed), results.FirstOrDefault(r => r.Error is not null)?.Error ?? "");
    }

    private static List<string> ReadNames(string[] lines)
    {
        var names = lines.Select(line => line.Split('\t')[0]).ToList();
        if (names.Count > 0 && names[0].Trim().Equals(NameColumn, StringComparison.OrdinalIgnoreCase))
        {
            names.RemoveAt(0);
        }

        return names;
    }

    private static string Word(MappingOutcome outcome) => outcome switch
    {
        MappingOutcome.Mapped => "mapped",
        MappingOutcome.Ambiguous => "ambiguous",
        MappingOutcome.NoCategory => "none",
        _ => "failed",
    };

    private static Dictionary<string, double> Rounded(CandidateEvidence evidence) =>
        Enum.GetValues<EvidenceKind>().ToDictionary(kind => kind.ToString().ToLowerInvariant(), kind => Math.Round(evidence[kind], 4));

    private sealed record Line(string Name, string Outcome, IReadOnlyList<Candidate> Candidates);

    private sealed record Candidate(string Id, string Path, double Score, bool Accepted, IReadOnlyDictionary<string, double> Evidence);
}
