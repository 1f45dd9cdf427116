using System.CommandLine;
using LlmRec.Workbench.Catalog;
using LlmRec.Workbench.Catalog.Importing;
using LlmRec.Workbench.Mapping;

namespace LlmRec.Workbench.Web.Cli;

/// <summary>Imports a file of categories, products or query clicks: all of it, or nothing with every reason. Never adds the sample.</summary>
internal static class ImportCommand
{
    private static readonly Argument<string> File = new("FILE") { Description = "Google taxonomy text, TSV, CSV or JSON Lines in UTF-8 or GB18030, or Parquet" };
    private static readonly Option<string> NameColumn = new("--name-column") { Description = "Column that holds the names, where there are several", HelpName = "COLUMN" };
    private static readonly Option<string> CatalogName = new("--catalog-name") { Description = "What to call the catalog (default: the file's name)", HelpName = "NAME" };
    private static readonly Option<bool> DryRun = new("--dry-run") { Description = "Only say what would change" };

    public static Command Create() => new("import", "Bring a category tree, products or query clicks into the catalog.")
    {
        OfKind(ImportKinds.Categories, "Import the whole category tree; categories that the file does not have retire.", NameColumn, CatalogName),
        OfKind(ImportKinds.Items, "Import products or plain titles: add new ones, replace known ones. Only the column title is needed."),
        OfKind(ImportKinds.QueryClicks, "Import how often a query led to a click in a category; replaces all earlier clicks."),
    };

    private static Command OfKind(string kind, string description, params Option<string>[] options)
    {
        var command = new Command(kind, description) { File, DryRun };
        foreach (var option in options)
        {
            command.Add(option);
        }

        command.SetAction((parsed, stop) => CliHost.RunAsync(parsed, async (services, console, cancel) =>
        {
            var path = parsed.GetValue(File)!;
            var request = new ImportRequest(kind, path, Path.GetFileName(path), parsed.GetValue(NameColumn), parsed.GetValue(CatalogName));
            var importer = services.GetRequiredService<CatalogImporter>();
            var report = await ImportProgressBar.ShowAsync(console, progress => parsed.GetValue(DryRun)
                ? importer.PreviewAsync(request, progress, cancel)
                : importer.ImportAsync(CliHost.Caller, request, progress, cancel));
            var exitCode = Print(report);
            if (await services.GetRequiredService<MappingRefresher>().FollowAsync(report, cancel) is > 0 and var texts)
            {
                Console.WriteLine($"{texts} stored texts mapped again.");
            }

            return exitCode;
        }, stop));
        return command;
    }

    private static int Print(ImportReport report)
    {
        Print(report.Notices, "note");
        Print(report.Rejections, "rejected");
        var format = string.Join(", ", new[] { $"{report.Format}", report.Encoding }.Where(word => word.Length > 0));
        Console.WriteLine($"{report.FileName}: {format}, {report.Total} rows read, {report.Rejections.Count} rejected");
        if (!report.CanCommit)
        {
            Console.WriteLine("Nothing was imported. Mend the rejected lines and import the file again.");
            return 1;
        }

        Console.WriteLine(string.Join(", ", Enum.GetValues<ChangeKind>().Select(kind => $"{report.Changes.Count(kind)} {Word(kind, report.Kind)}")));
        if (report.Unfiled > 0)
        {
            Console.WriteLine($"{report.Unfiled} without a category");
        }

        Console.WriteLine(report.Committed ? "Imported." : "Dry run: nothing was changed.");
        return 0;
    }

    private static string Word(ChangeKind kind, string of) => (kind, of) switch
    {
        (ChangeKind.Renamed, not ImportKinds.Categories) => "edited",
        _ => kind.ToString().ToLowerInvariant(),
    };

    private static void Print(FindingList findings, string word)
    {
        foreach (var finding in findings.Listed)
        {
            Console.WriteLine(finding.Line > 0 ? $"line {finding.Line}: {word}: {finding.Message}" : $"{word}: {finding.Message}");
        }

        if (findings.Count > findings.Listed.Count)
        {
            Console.WriteLine($"… and {findings.Count - findings.Listed.Count} more {word}");
        }
    }
}
