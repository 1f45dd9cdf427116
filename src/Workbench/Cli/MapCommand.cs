using System.CommandLine;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using LlmRec.Workbench.Catalog;
using LlmRec.Workbench.Mapping;

namespace LlmRec.Workbench.Web.Cli;

/// <summary>Maps a file of names against the tree: one JSON object per name on standard output, in the file's order.</summary>
internal static class MapCommand
{
    private const string NameColumn = "name";

    private static readonly Argument<FileInfo> NamesFile = new("FILE") { Description = "One name per line, or a TSV whose first column is name", Arity = ArgumentArity.ZeroOrOne };
    private static readonly Option<int> Top = new("--top") { Description = "Candidates per name", DefaultValueFactory = _ => MappingStore.CandidatesKept };
    private static readonly Option<bool> Remap = new("--remap") { Description = "Instead of a file: map every stored text again, for example after an import" };

    // People read this output too: Chinese stays Chinese.
    private static readonly JsonSerializerOptions Json = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        DefaultIgnoreCondition = JsonIgnoreCondition.Never,
    };

    public static Command Create()
    {
        var command = new Command("map", "Map names to categories of the tree.") { NamesFile, Top, Remap };
        command.Validators.Add(result =>
        {
            if (((bool[])[result.GetValue(NamesFile) is not null, result.GetValue(Remap), MapGold.IsAsked(result)]).Count(asked => asked) != 1)
            {
                result.AddError("Give either a FILE of names, or --gold FILE, or --remap.");
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
                await MapFileAsync(services, file, parsed.GetValue(Top), cancel);
                return 0;
            }

            var count = await services.GetRequiredService<MappingRefresher>().RemapAllAsync(cancellationToken: cancel);
            await Console.Out.WriteLineAsync($"{count} texts mapped again");
            return 0;
        }, stop));
        return command;
    }

    private static async Task MapFileAsync(IServiceProvider services, FileInfo file, int top, CancellationToken cancel)
    {
        var names = ReadNames(await File.ReadAllLinesAsync(file.FullName, Encoding.UTF8, cancel));
        var tree = await services.GetRequiredService<CatalogService>().GetTreeAsync(cancel);
        if (tree.All.Count == 0)
        {
            throw new InvalidOperationException("The database holds no categories to map to. Import some first: import categories FILE.");
        }

        await using var output = new StreamWriter(Console.OpenStandardOutput(), new UTF8Encoding(false));
        foreach (var result in await services.GetRequiredService<CategoryMapper>().MapAsync(names, top, cancel))
        {
            var candidates = result.Candidates.Select(c =>
                new Candidate(c.CategoryId, tree.Find(c.CategoryId)!.Path, Math.Round(c.Score, 4), c.Accepted, Rounded(c.Evidence))).ToList();
            await output.WriteLineAsync(JsonSerializer.Serialize(new Line(result.Text, Word(result.Outcome), candidates), Json));
        }
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
