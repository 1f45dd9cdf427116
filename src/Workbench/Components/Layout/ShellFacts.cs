using LlmRec.Workbench.Catalog;
using LlmRec.Workbench.Models;
using LlmRec.Workbench.Overview;

namespace LlmRec.Workbench.Web.Components.Layout;

/// <summary>What the frame around every page shows: the catalog's name, whether the default model is a recording, how many pairs wait.</summary>
public sealed class ShellFacts(CatalogService catalog, ModelProfiles models, OverviewService overview)
{
    public bool IsRecorded => models.Default.Recorded;

    public Task<string> GetCatalogNameAsync(CancellationToken cancellationToken) => catalog.GetNameAsync(cancellationToken);

    public Task<int> CountWaitingAsync(CancellationToken cancellationToken) => overview.CountWaitingAsync(cancellationToken);
}
