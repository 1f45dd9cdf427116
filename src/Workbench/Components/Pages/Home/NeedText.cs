using LlmRec.Workbench.Overview;
using LlmRec.Workbench.Web.Components.Pages.Mapping;
using LlmRec.Workbench.Web.Components.Pages.Titles;

namespace LlmRec.Workbench.Web.Components.Pages.Home;

/// <summary>Where a person goes to do what waits.</summary>
internal static class NeedText
{
    public static string Href(Need need) => need.Kind switch
    {
        NeedKind.ImportCatalog => "/catalog/import",
        NeedKind.FirstRun => "/runs/new",
        NeedKind.PausedRun => $"/runs/{need.RunId}",
        NeedKind.FailedItems => $"/runs/{need.RunId}?outcome=Failed",
        NeedKind.FailedMappings => MappingLinks.Root,
        NeedKind.WaitingPairs => "/review",
        NeedKind.WaitingTitles => TitleLinks.Review,
        NeedKind.TitlesInRepair => TitleLinks.Repair,
        _ => "/releases",
    };
}
