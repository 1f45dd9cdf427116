using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using LlmRec.Workbench.Releases;
using Spectre.Console;

namespace LlmRec.Workbench.Web.Cli;

/// <summary>Creates, lists, exports and compares releases.</summary>
internal static class ReleaseCommand
{
    private static readonly Option<string> Note = new("--note") { Description = "Why this release exists", HelpName = "TEXT", DefaultValueFactory = _ => "" };
    private static readonly Option<int?> Vectors = new("--vectors") { Description = "Number of the finished set of title vectors to take along", HelpName = "N" };
    private static readonly Option<string> Out = new("--out") { Description = "Folder to write into; created if missing", HelpName = "DIR", Required = true };
    private static readonly Option<string> Format = new("--format")
    {
        Description = "Formats, separated by commas (default: all that a release has)", DefaultValueFactory = _ => string.Join(',', ReleaseFormats.Names),
    };

    public static Command Create() => new("release", "Create, list, export and compare releases.") { CreateVerb(), List(), Export(), Diff() };

    private static Command CreateVerb()
    {
        var command = new Command("create", "Publish the approved pairs and titles as the next release.") { Note, Vectors };
        command.SetAction((parsed, stop) => CliHost.RunAsync(parsed, async (services, console, cancel) =>
        {
            await services.GetRequiredService<ReleaseRecovery>().RecoverAsync(cancel);
            var releases = services.GetRequiredService<ReleaseService>();
            var release = await console.Progress().StartAsync(context =>
            {
                var task = context.AddTask("writing the release");
                var progress = new Progress<ReleaseProgress>(p => (task.MaxValue, task.Value) = (p.Total, p.Done));
                return releases.CreateAsync(CliHost.Caller, new ReleaseRequest(parsed.GetValue(Note)!, parsed.GetValue(Vectors)), progress, cancel);
            });
            var manifest = (await releases.GetManifestAsync(release.Number, cancel))!;
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"{release.Name}\t{release.PairCount} pairs\t{manifest.Counts.Sources} sources\t{manifest.Counts.Targets} targets\t{release.TitleCount} titles\t{manifest.Vectors?.Rows ?? 0} vectors"));
            foreach (var reason in manifest.LeftOut)
            {
                console.WriteLine($"Left out: {reason.Count} ({reason.Explanation})");
            }

            return 0;
        }, stop));
        return command;
    }

    private static Command List()
    {
        var command = new Command("list", "Print all releases, newest first.");
        command.SetAction((parsed, stop) => CliHost.RunAsync(parsed, async (services, _, cancel) =>
        {
            foreach (var release in await services.GetRequiredService<ReleaseService>().ListAsync(cancel))
            {
                var note = release.Note.ReplaceLineEndings(" ").Replace('\t', ' ');
                Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
                    $"{release.Name}\t{release.Status}\t{release.PairCount}\t{release.TitleCount}\t{release.CreatedAt:u}\t{release.CreatedBy}\t{note}"));
            }

            return 0;
        }, stop));
        return command;
    }

    private static Command Export()
    {
        var number = new Argument<string>("N") { Description = "Number of a release, or latest" };
        var command = new Command("export", "Copy a release's files into a folder.") { number, Out, Format };
        command.SetAction((parsed, stop) => CliHost.RunAsync(parsed, async (services, _, cancel) =>
        {
            var formats = ReleaseFormats.Parse(parsed.GetValue(Format)!);
            var releases = services.GetRequiredService<ReleaseService>();
            var release = await ResolveAsync(releases, parsed.GetValue(number)!, cancel);
            foreach (var file in await releases.ExportAsync(release, parsed.GetValue(Out)!, formats, cancel))
            {
                Console.WriteLine(Path.Combine(parsed.GetValue(Out)!, file));
            }

            return 0;
        }, stop));
        return command;
    }

    private static Command Diff()
    {
        var from = new Argument<string>("A") { Description = "The older release" };
        var to = new Argument<string>("B") { Description = "The newer release" };
        var command = new Command("diff", "Print what came, went and changed between two releases, as JSON Lines.") { from, to };
        command.SetAction((parsed, stop) => CliHost.RunAsync(parsed, async (services, console, cancel) =>
        {
            var releases = services.GetRequiredService<ReleaseService>();
            var (a, b) = (await ResolveAsync(releases, parsed.GetValue(from)!, cancel), await ResolveAsync(releases, parsed.GetValue(to)!, cancel));
            console.WriteLine($"pairs: {await PrintAsync(releases.ReadPairChangesAsync(a, b, cancel))}");
            console.WriteLine($"titles: {await PrintAsync(releases.ReadTitleChangesAsync(a, b, cancel))}");
            return 0;
        }, stop));
        return command;
    }

    private static async Task<string> PrintAsync<TRow>(IAsyncEnumerable<RowChange<TRow>> changes) where TRow : class
    {
        var counts = new Dictionary<ChangeKind, int>();
        await foreach (var change in changes)
        {
            counts[change.Kind] = counts.GetValueOrDefault(change.Kind) + 1;
            Console.WriteLine(JsonSerializer.Serialize(change, ReleaseJson.Line));
        }

        return string.Join(", ", Enum.GetValues<ChangeKind>().Select(kind => $"{counts.GetValueOrDefault(kind)} {kind.ToString().ToLowerInvariant()}"));
    }

    private static async Task<int> ResolveAsync(ReleaseService releases, string reference, CancellationToken cancellationToken) =>
        await releases.ResolveAsync(reference, cancellationToken) ?? throw new ReleaseException(reference == ReleaseNames.Latest
            ? "There is no release yet. Make one with 'release create'."
            : $"'{reference}' is no release. Name it by its number (3), its folder (v000003) or 'latest'.");
}
