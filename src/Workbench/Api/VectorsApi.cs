using LlmRec.Workbench.Embeddings;
using LlmRec.Workbench.Security;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Net.Http.Headers;

namespace LlmRec.Workbench.Web.Api;

/// <summary>How a pipeline pulls vector sets.</summary>
internal static class VectorsApi
{
    public const string Root = "/api/v1/vectors";

    public static IEndpointRouteBuilder MapVectorsApi(this IEndpointRouteBuilder routes)
    {
        var group = routes.MapGroup(Root).WithTags("Vectors").RequireAuthorization(Policies.View);
        group.MapGet("/", ListAsync).WithSummary("Finished vector sets, newest first.");
        group.MapGet("/{number:int}", GetAsync).WithSummary("One finished vector set: its report and its files.");
        group.MapGet("/{number:int}/files/{name}", FileAsync).WithSummary("A file of the set. Supports ranges and If-None-Match.")
            .Produces(StatusCodes.Status200OK, contentType: "application/octet-stream").ProducesProblem(StatusCodes.Status404NotFound);
        return routes;
    }

    private static async Task<Ok<List<VectorSetResource>>> ListAsync(VectorSets sets, CancellationToken cancellationToken) =>
        TypedResults.Ok((await sets.ListAsync(cancellationToken)).Where(set => set.Status == VectorSetStatus.Finished).Select(VectorSetResource.From).ToList());

    private static async Task<Results<Ok<VectorSetDetailResource>, ProblemHttpResult>> GetAsync(int number, VectorSets sets, CancellationToken cancellationToken) =>
        await sets.GetAsync(number, cancellationToken) is { Status: VectorSetStatus.Finished } set
            ? TypedResults.Ok(new VectorSetDetailResource(VectorSetResource.From(set), VectorJson.Read(set.Report)!))
            : TypedResults.Problem($"There is no finished vector set {number}. GET {Root} lists those that exist.", statusCode: StatusCodes.Status404NotFound);

    private static async Task<IResult> FileAsync(int number, string name, VectorSets sets, CancellationToken cancellationToken)
    {
        if (await sets.FindFileAsync(number, name, cancellationToken) is not { } path)
        {
            return TypedResults.Problem($"Vector set {number} has no file of that name. GET {Root}/{number} lists its files.", statusCode: StatusCodes.Status404NotFound);
        }

        var set = (await sets.GetAsync(number, cancellationToken))!;
        var hash = VectorJson.Read(set.Report)?.Files.FirstOrDefault(file => file.Name == name)?.Sha256;
        return TypedResults.PhysicalFile(
            path, ContentType(name), name, set.FinishedAt, hash is null ? null : new EntityTagHeaderValue($"\"{hash}\""), enableRangeProcessing: true);
    }

    private static string ContentType(string name) => Path.GetExtension(name) switch
    {
        ".jsonl" => "application/jsonl; charset=utf-8",
        ".json" => "application/json",
        ".parquet" => "application/vnd.apache.parquet",
        "" => "text/plain; charset=utf-8",
        _ => "application/octet-stream",
    };
}
