using System.Net.Mime;
using System.Text.Encodings.Web;
using LlmRec.Workbench.Catalog;
using LlmRec.Workbench.Mapping.Reconciliation;
using Microsoft.AspNetCore.Http.HttpResults;

namespace LlmRec.Workbench.Web.Api.Reconciliation;

/// <summary>What a client shows of an entity, a type or a property before a person chooses it.</summary>
internal static class PreviewApi
{
    public static void MapPreview(this RouteGroupBuilder group)
    {
        group.MapGet("/preview", PreviewAsync).WithSummary("A small page about one category, to be shown in a frame.")
            .Produces(StatusCodes.Status200OK, contentType: MediaTypeNames.Text.Html).Produces(StatusCodes.Status404NotFound, contentType: MediaTypeNames.Text.Html);
        group.MapGet("/flyout/entity", EntityAsync).Described("A few lines about a category.");
        group.MapGet("/flyout/type", TypeAsync).Described("A few lines about a type.");
        group.MapGet("/flyout/property", Property).Described("A few lines about a property.");
    }

    // The one page that others may frame: no script, no form, no address but its own style.
    private static async Task<IResult> PreviewAsync(string? id, HttpResponse response, CategoryDetails details, ReconciliationOrigins origins, CancellationToken cancellationToken)
    {
        response.Headers.Remove("X-Frame-Options");
        response.Headers.ContentSecurityPolicy =
            $"default-src 'none'; style-src '{CategoryPreviewPage.StyleHash}'; base-uri 'none'; form-action 'none'; frame-ancestors {origins.FrameAncestors}";
        var preview = await details.PreviewAsync(id ?? "", cancellationToken);
        return new RazorComponentResult<CategoryPreviewPage>(new Dictionary<string, object?> { [nameof(CategoryPreviewPage.Preview)] = preview })
        {
            StatusCode = preview is null ? StatusCodes.Status404NotFound : StatusCodes.Status200OK,
        };
    }

    private static async Task<IResult> EntityAsync(string? id, CatalogService catalog, CancellationToken cancellationToken) =>
        Flyout(id, (await catalog.GetTreeAsync(cancellationToken)).Find(id ?? "") is { } category ? new TypeResource(category.Id, category.Name, category.Path) : null);

    private static async Task<IResult> TypeAsync(string? id, CatalogService catalog, ReconciliationWords words, CancellationToken cancellationToken) =>
        Flyout(id, words.Type(await catalog.GetTreeAsync(cancellationToken), id ?? ""));

    private static IResult Property(string? id, ReconciliationWords words) =>
        Flyout(id, CategoryProperties.All.Contains(id) ? words.Property(id!) : null);

    // Clients put this into their own page as it is.
    private static IResult Flyout(string? id, TypeResource? subject) => subject is null
        ? TypedResults.Problem($"There is no '{id}'.", statusCode: StatusCodes.Status404NotFound)
        : TypedResults.Ok(new FlyoutResource(subject.Id, $"<p><b>{HtmlEncoder.Default.Encode(subject.Name)}</b></p><p>{HtmlEncoder.Default.Encode(subject.Description ?? "")}</p>"));
}
