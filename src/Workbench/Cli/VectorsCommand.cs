using System.CommandLine;
using System.Globalization;
using LlmRec.Workbench.Embeddings;
using LlmRec.Workbench.Embeddings.Files;
using LlmRec.Workbench.Releases;
using Spectre.Console;

namespace LlmRec.Workbench.Web.Cli;

/// <summary>Makes vectors of titles, projects new titles and whitens anybody's vectors.</summary>
internal static class VectorsCommand
{
    private static readonly Option<string> Text = new("--text")
    {
        Description = "raw (the listing title), normalised (judged or not) or approved", DefaultValueFactory = _ => VectorTextKinds.Raw,
    };

    private static readonly Option<string> Generator = new("--generator")
    {
        Description = "lexical, or the name of a section of Models:Embeddings", HelpName = "NAME", DefaultValueFactory = _ => EmbeddingProfile.LexicalName,
    };
    private static readonly Option<int?> Dimensions = new("--dimensions")
    {
        Description = "Whiten and keep so many dimensions (default: vectors as the generator gives them)", HelpName = "K",
    };
    private static readonly Option<string?> CopyTo = new("--out") { Description = "Also copy the set's files into this folder", HelpName = "DIR" };

    public static Command Create() => new("vectors", "Make, list and project vectors of titles.") { CreateVerb(), List(), Project(), Fit() };

    private static Command CreateVerb()
    {
        var command = new Command("create", "Embed every title, whiten on demand, and keep the result as a numbered set.") { Text, Generator, Dimensions, CopyTo };
        command.SetAction((parsed, stop) => CliHost.RunAsync(parsed, async (services, console, cancel) =>
        {
            await services.GetRequiredService<VectorRecovery>().RecoverAsync(cancel);
            var request = new VectorRequest(parsed.GetValue(Text)!, parsed.GetValue(Generator)!, parsed.GetValue(Dimensions));
            var set = await new VectorProgressBar(services, console).CreateAsync(request, cancel);
            if (set.Status != VectorSetStatus.Finished)
            {
                console.WriteLine($"Vector set {set.Number} {set.Status}: {set.Error}");
                return 1;
            }

            VectorFigures.Print(VectorJson.Read(set.Report)!, $"{VectorNames.Folder(set.Number)}");
            if (parsed.GetValue(CopyTo) is { } folder)
            {
                await services.GetRequiredService<VectorSets>().ExportAsync(set.Number, folder, cancel);
            }

            return 0;
        }, stop));
        return command;
    }

    private static Command List()
    {
        var command = new Command("list", "Print all vector sets, newest first.");
        command.SetAction((parsed, stop) => CliHost.RunAsync(parsed, async (services, _, cancel) =>
        {
            foreach (var set in await services.GetRequiredService<VectorSets>().ListAsync(cancel))
            {
                var dimensions = VectorJson.Read(set.Report)?.Dimensions ?? set.TargetDimensions ?? set.Dimensions;
                Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
                    $"{VectorNames.Folder(set.Number)}\t{set.Status}\t{set.Text}\t{set.Generator}\t{set.Done}\t{dimensions}\t{set.CreatedAt:u}\t{set.CreatedBy}"));
            }

            return 0;
        }, stop));
        return command;
    }

    private static Command Project()
    {
        var number = new Option<int?>("--set") { Description = "Number of a finished set", HelpName = "N" };
        var release = new Option<string?>("--release") { Description = "Instead of a set: a release that took vectors with it (number or latest)", HelpName = "N" };
        var output = new Option<string>("--out") { Description = "The .npy file to write, one row per title", HelpName = "FILE.npy", Required = true };
        var file = new Argument<string>("FILE") { Description = "Titles, one per line, or JSON Lines with title" };
        var command = new Command("project", "Bring new titles into the space of a set or release: its generator, then its stored transform.") { number, release, output, file };
        command.SetAction((parsed, stop) => CliHost.RunAsync(parsed, async (services, _, cancel) =>
        {
            var projector = services.GetRequiredService<VectorProjector>();
            var (titles, path) = (TitleLines.ReadAsync(parsed.GetValue(file)!, cancel), parsed.GetValue(output)!);
            var rows = (parsed.GetValue(number), parsed.GetValue(release)) switch
            {
                ({ } set, null) => await projector.ProjectAsync(set, titles, path, cancel),
                (null, { } name) => await projector.ProjectAsync(await SpaceAsync(services, name, cancel), titles, path, cancel),
                _ => throw new EmbeddingException("Name either a set (--set N) or a release (--release N)."),
            };
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{parsed.GetValue(output)}\t{rows} rows"));
            return 0;
        }, stop));
        return command;
    }

    private static async Task<VectorSpace> SpaceAsync(IServiceProvider services, string name, CancellationToken cancellationToken)
    {
        var releases = services.GetRequiredService<ReleaseService>();
        var manifest = await releases.ResolveAsync(name, cancellationToken) is { } number ? await releases.GetManifestAsync(number, cancellationToken) : null;
        return await services.GetRequiredService<ReleaseVectors>().GetSpaceAsync(
            manifest ?? throw new ReleaseException($"There is no published release '{name}'. 'release list' shows those that exist."), cancellationToken);
    }

    private static Command Fit()
    {
        var kept = new Option<int?>("--dimensions") { Description = "Keep so many dimensions (default: every direction that the rows span)", HelpName = "K" };
        var output = new Option<string>("--out") { Description = "Folder for whitening.npz, vectors.npy and report.json", HelpName = "DIR", Required = true };
        var file = new Argument<string>("FILE.npy") { Description = "Vectors, one per row, float32 or float64" };
        var command = new Command("fit", "Whiten vectors that somebody else made.") { file, kept, output };
        command.SetAction((parsed, stop) => CliHost.RunAsync(parsed, async (_, console, cancel) =>
        {
            var report = await VectorProgressBar.FitAsync(console, parsed.GetValue(file)!, parsed.GetValue(kept), parsed.GetValue(output)!, cancel);
            VectorFigures.Print(report, parsed.GetValue(output)!);
            return 0;
        }, stop));
        return command;
    }
}
