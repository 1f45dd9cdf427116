using LlmRec.Workbench.Catalog.Importing;
using LlmRec.Workbench.Mapping;
using LlmRec.Workbench.Security;
using LlmRec.Workbench.Web.Components.Shared;
using Microsoft.AspNetCore.Components.Forms;

namespace LlmRec.Workbench.Web.Components.Pages.Catalog;

/// <summary>One person's way from a chosen file over the preview to the import. Every new step cancels the one that is still going on.</summary>
public sealed class ImportSession(CatalogImporter importer, MappingRefresher mappings, Func<Task> changed) : IDisposable
{
    private CancellationTokenSource _current = new();
    private UploadedFile? _upload;
    private LatestReport<ImportProgress>? _progress;

    public ImportReport? Report { get; private set; }

    /// <summary>Why the last step failed altogether; rejections are in the report.</summary>
    public string? Error { get; private set; }

    /// <summary>0 to 1 while the file arrives; null otherwise.</summary>
    public double? Uploaded { get; private set; }

    public bool IsBusy { get; private set; }

    /// <summary>Whether what goes on is the import itself.</summary>
    public bool IsCommitting { get; private set; }

    /// <summary>The newest report of what goes on; null before the first one.</summary>
    public ImportProgress? Progress => _progress?.Newest;

    public string CatalogName { get; set; } = "";

    public Task ChooseAsync(IBrowserFile file, string kind) => StepAsync(async cancel =>
    {
        Discard();
        Uploaded = 0;
        _upload = await UploadedFile.SaveAsync(file, ImportLimits.FileBytes(kind), ShowAsync, cancel);
        Uploaded = null;
        CatalogName = Path.GetFileNameWithoutExtension(_upload.Name);
        await changed();
        Report = await importer.PreviewAsync(Request(kind, nameColumn: null), _progress, cancel);
    });

    public Task PreviewAsync(string kind, string? nameColumn) => StepAsync(async cancel =>
        Report = await importer.PreviewAsync(Request(kind, nameColumn), _progress, cancel));

    public Task CommitAsync(Caller caller) => StepAsync(async cancel =>
    {
        var report = Report ?? throw new InvalidOperationException("There is no preview to commit.");
        IsCommitting = true;
        await changed();
        var committed = await importer.ImportAsync(caller, Request(report.Kind, report.NameColumn), _progress, cancel);
        await mappings.FollowAsync(committed, CancellationToken.None);
        Report = committed;
    });

    /// <summary>Stops what goes on; the catalog stays as it was unless the import had ended.</summary>
    public Task CancelAsync() => _current.CancelAsync();

    public void Discard()
    {
        _upload?.Dispose();
        (_upload, Report, Uploaded, Error) = (null, null, null, null);
    }

    public bool HasFile => _upload is not null;

    public void Dispose()
    {
        _current.Cancel();
        _current.Dispose();
        _upload?.Dispose();
    }

    private async Task StepAsync(Func<CancellationToken, Task> step)
    {
        await _current.CancelAsync();
        _current.Dispose();
        var mine = _current = new CancellationTokenSource();
        (Error, IsBusy, _progress) = (null, true, new LatestReport<ImportProgress>());
        await changed();
        try
        {
            await step(mine.Token);
        }
        catch (OperationCanceledException) when (mine.IsCancellationRequested)
        {
            Uploaded = null;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or AccessDeniedException)
        {
            (Error, Uploaded) = (error.Message, null);
        }
        finally
        {
            IsBusy = mine != _current;
            IsCommitting = false;
            await changed();
        }
    }

    private async Task ShowAsync(double share)
    {
        if (share - (Uploaded ?? 0) >= 0.01)
        {
            Uploaded = share;
            await changed();
        }
    }

    private ImportRequest Request(string kind, string? nameColumn)
    {
        var upload = _upload ?? throw new InvalidOperationException("No file has been chosen.");
        return new ImportRequest(kind, upload.Path, upload.Name, nameColumn, CatalogName);
    }
}
