using LlmRec.Workbench.Catalog;
using LlmRec.Workbench.Mapping.Reconciliation;
using Microsoft.AspNetCore.Http.HttpResults;

namespace LlmRec.Workbench.Web.Api.Reconciliation;

/// <summary>Completes what a person types: categories, types, properties; and proposes properties to fetch.</summary>
internal static class SuggestApi
{
    private const int PageSize = 20;
    private const int MostFound = 500;

    public static void MapSuggestions(this RouteGroupBuilder group)
    {
        group.MapGet("/suggest/entity", EntitiesAsync).Described("Categories by ID, name or words of the path; 'cursor' continues a list.");
        group.MapGet("/suggest/type", TypesAsync).Described("Types by name: leaf, branch, or everything below a category.");
        group.MapGet("/suggest/property", Properties).Described("Properties by name.");
        group.MapGet("/extend/propose", Propose).Described("Properties worth fetching for categories of a type.");
    }

    private static async Task<IResult> EntitiesAsync(string? prefix, int? cursor, CatalogService catalog, ReconciliationWords words, CancellationToken cancellationToken)
    {
        var tree = await catalog.GetTreeAsync(cancellationToken);
        var from = Math.Clamp(cursor ?? 0, 0, MostFound);
        var found = tree.Search(Typed(prefix), from + PageSize + 1).Skip(from).ToList();
        return TypedResults.Ok(new SuggestionsResource<EntitySuggestionResource>(
            [.. found.Take(PageSize).Select(c => new EntitySuggestionResource(c.Id, c.Name, c.Path, words.TypesOf(tree, c)))],
            found.Count > PageSize ? from + PageSize : null));
    }

    private static async Task<IResult> TypesAsync(string? prefix, CatalogService catalog, ReconciliationWords words, CancellationToken cancellationToken)
    {
        var tree = await catalog.GetTreeAsync(cancellationToken);
        var general = new[] { CategoryTypes.Leaf, CategoryTypes.Branch, CategoryTypes.Category }.Select(id => words.Type(tree, id)!).Where(type => Fits(type, prefix));
        var scopes = Typed(prefix).Length == 0 ? tree.Children(null) : tree.Search(Typed(prefix), MostFound);
        return TypedResults.Ok(new SuggestionsResource<TypeResource>([.. general.Concat(scopes.Where(c => !c.IsLeaf).Select(words.Under)).Take(PageSize)]));
    }

    private static Ok<SuggestionsResource<TypeResource>> Properties(string? prefix, ReconciliationWords words) => TypedResults.Ok(
        new SuggestionsResource<TypeResource>([.. CategoryProperties.All.Select(words.Property).Where(property => Fits(property, prefix))]));

    private static Ok<ProposalResource> Propose(string? type, int? limit, ReconciliationWords words)
    {
        var properties = CategoryProperties.Of(type).Select(words.Property).Take(limit > 0 ? limit.Value : int.MaxValue).ToList();
        return TypedResults.Ok(new ProposalResource(properties, type, properties.Count));
    }

    private static bool Fits(TypeResource type, string? prefix) =>
        type.Name.Contains(Typed(prefix), StringComparison.OrdinalIgnoreCase) || type.Id.Contains(Typed(prefix), StringComparison.OrdinalIgnoreCase);

    // Some clients send an asterisk for "what begins so".
    private static string Typed(string? prefix) => (prefix ?? "").Trim().TrimEnd('*') is var typed && typed.Length > QueryBatchReader.LongestText ? "" : typed;
}
