using System.Reflection;
using LlmRec.Workbench.Catalog;
using LlmRec.Workbench.Mapping.Reconciliation;
using LlmRec.Workbench.Web.Components.Pages.Catalog;
using LlmRec.Workbench.Web.Resources;

namespace LlmRec.Workbench.Web.Api.Reconciliation;

/// <summary>Says what the service can do and where, with addresses under the host that the caller used.</summary>
internal sealed class ReconciliationManifest(CatalogService catalog, Texts texts, ReconciliationWords words)
{
    private const int PreviewWidth = 420;
    private const int PreviewHeight = 260;

    public async Task<ManifestResource> DescribeAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        var host = $"{request.Scheme}://{request.Host}{request.PathBase}";
        var root = host + ReconciliationApi.Root;
        var tree = await catalog.GetTreeAsync(cancellationToken);
        var name = await catalog.GetNameAsync(cancellationToken);
        return new ManifestResource(
            ["0.2"],
            name.Length == 0 ? texts["Reconciliation.Service"] : texts["Reconciliation.ServiceOf", name],
            $"{host}{CatalogLinks.Root}/",
            $"{root}/types/",
            $"{host}/help/openrefine",
            typeof(ReconciliationManifest).Assembly.GetName().Version?.ToString(3) ?? "0",
            [.. new[] { CategoryTypes.Leaf, CategoryTypes.Category }.Select(id => words.Type(tree, id)!)],
            new($"{host}{CatalogLinks.Root}/{{{{id}}}}"),
            new($"{root}/preview?id={{{{id}}}}", PreviewWidth, PreviewHeight),
            new(Suggest(root, "entity"), Suggest(root, "type"), Suggest(root, "property")),
            new(new(root, "/extend/propose"), [Limit]),
            QueryBatchReader.MostQueries);
    }

    private SettingResource Limit => new(ExtensionQueryReader.LimitSetting, texts["Reconciliation.Limit"], "number", 0, texts["Reconciliation.LimitText"]);

    private static SuggestServiceResource Suggest(string root, string what) => new(root, $"/suggest/{what}", root, $"/flyout/{what}?id=${{id}}");
}
