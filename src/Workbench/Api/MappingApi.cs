using System.Text;
using System.Text.Json;
using LlmRec.Workbench.Catalog;
using LlmRec.Workbench.Mapping.Evaluation;
using LlmRec.Workbench.Security;
using Microsoft.AspNetCore.Http.HttpResults;

namespace LlmRec.Workbench.Web.Api;

/// <summary>Evaluations of the mapping as files, so that figures can be published with their intervals.</summary>
internal static class MappingApi
{
    public const string Root = "/api/v1/mapping";

    private const string Csv = "text/csv";
    private const string Json = "application/json";

    public static IEndpointRouteBuilder MapMappingApi(this IEndpointRouteBuilder routes)
    {
        var group = routes.MapGroup(Root).WithTags("Mapping").RequireAuthorization(Policies.View);
        group.MapGet("/evaluations/{id:int}/report.json", ReportAsync)
            .WithSummary("All figures with intervals, the options that they were made with, the wrong names and what changed between two settings.")
            .Produces(StatusCodes.Status200OK, contentType: Json).ProducesProblem(StatusCodes.Status404NotFound);
        group.MapGet("/evaluations/{id:int}/figures.csv", FiguresAsync).WithSummary("Every figure on a line of its own, with part, whole and 95 % interval.")
            .Produces(StatusCodes.Status200OK, contentType: Csv).ProducesProblem(StatusCodes.Status404NotFound);
        group.MapGet("/evaluations/{id:int}/names.csv", NamesAsync).WithSummary("The names that were mapped wrongly, with the right and the first paths.")
            .Produces(StatusCodes.Status200OK, contentType: Csv).ProducesProblem(StatusCodes.Status404NotFound);
        return routes;
    }

    private static async Task<IResult> ReportAsync(int id, MappingEvaluations evaluations, CancellationToken cancellationToken) =>
        await evaluations.FindAsync(id, cancellationToken) is { } stored
            ? File(JsonSerializer.Serialize(stored, EvaluationJson.Indented), Json, id, "json")
            : Missing(id);

    private static async Task<IResult> FiguresAsync(int id, MappingEvaluations evaluations, CancellationToken cancellationToken) =>
        await evaluations.FindAsync(id, cancellationToken) is { } stored ? File(EvaluationCsv.Figures(stored.Report), Csv, id, "figures.csv") : Missing(id);

    private static async Task<IResult> NamesAsync(int id, MappingEvaluations evaluations, CatalogService catalog, CancellationToken cancellationToken) =>
        await evaluations.FindAsync(id, cancellationToken) is { } stored
            ? File(EvaluationCsv.Names(stored.Report, await catalog.GetTreeAsync(cancellationToken)), Csv, id, "names.csv")
            : Missing(id);

    private static FileContentHttpResult File(string text, string type, int id, string ending) =>
        TypedResults.File(Encoding.UTF8.GetBytes(text), $"{type}; charset=utf-8", $"mapping-evaluation-{id}.{ending}");

    private static ProblemHttpResult Missing(int id) => TypedResults.Problem($"There is no evaluation {id}.", statusCode: StatusCodes.Status404NotFound);
}
