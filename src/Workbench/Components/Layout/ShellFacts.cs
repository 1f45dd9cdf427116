using LlmRec.Workbench.Catalog;
using LlmRec.Workbench.Models;
using LlmRec.Workbench.Review;

namespace LlmRec.Workbench.Web.Components.Layout;

/// <summary>What the frame around every page shows: the catalog's name, whether the default model is a recording, how much waits for review.</summary>
public sealed class ShellFacts(CatalogService catalog, ModelProfiles models, ReviewBacklog backlog)
{
    public bool IsRecorded => models.Default.Recorded;

    public Task<string> GetCatalogNameAsync(CancellationToken cancellationToken) => catalog.GetNameAsync(cancellationToken);

    /// <summary>Counted on another thread: SQLite answers on the calling one, and that one is showing somebody the next pair.</summary>
    public Task<WaitingCounts> CountWaitingAsync(CancellationToken cancellationToken) => Task.Run(() => backlog.CountAsync(cancellationToken), cancellationToken);
}
