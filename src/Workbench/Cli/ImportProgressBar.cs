using System.Globalization;
using LlmRec.Workbench.Catalog.Importing;
using Spectre.Console;

namespace LlmRec.Workbench.Web.Cli;

/// <summary>Shows on standard error how far an import is.</summary>
internal static class ImportProgressBar
{
    public static Task<ImportReport> ShowAsync(IAnsiConsole console, Func<IProgress<ImportProgress>, Task<ImportReport>> import) => console.Progress()
        .Columns(new TaskDescriptionColumn(), new ProgressBarColumn(), new PercentageColumn(), new RemainingTimeColumn())
        .StartAsync(context =>
        {
            var task = context.AddTask("reading the file");
            return import(new Progress<ImportProgress>(progress => Show(task, progress)));
        });

    private static void Show(ProgressTask task, ImportProgress progress)
    {
        var rows = progress.Rows.ToString("N0", CultureInfo.InvariantCulture);
        task.Description = progress.Stage switch
        {
            ImportStage.Reading => $"reading, {rows} rows",
            ImportStage.Comparing => "comparing with the catalog",
            _ => $"writing {rows} rows",
        };
        task.IsIndeterminate = progress.Share is null;
        task.Value = 100 * (progress.Share ?? 0);
    }
}
