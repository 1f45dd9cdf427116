using LlmRec.Workbench.Releases;
using LlmRec.Workbench.Security;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Net.Http.Headers;

namespace LlmRec.Workbench.Web.Api;

/// <summary>How a pipeline pulls releases. <c>{release}</c> is a number, a folder's name or <c>latest</c>.</summary>
internal static class ReleasesApi
{
    public const string Root = "/api/v1/releases";

    public static IEndpointRouteBuilder MapReleasesApi(this IEndpointRouteBuilder routes)
    {
        var group = routes.MapGroup(Root).WithTags("Releases").RequireAuthorization(Policies.View).AddEndpointFilter(ExplainAsync);
        group.MapGet("/", ListAsync).WithSummary("Published releases, newest first.");
        group.MapGet("/{release}", GetAsync).WithSummary("One release and its files; 'latest' is the newest.");
        group.MapGet("/{release}/manifest", ManifestAsync).WithSummary("The release's manifest.json, byte for byte.")
            .Produces<ReleaseManifest>().ProducesProblem(StatusCodes.Status404NotFound);
        group.MapGet("/{release}/files/{name}", FileAsync).WithSummary("A file that the manifest names, manifest.json or SHA256SUMS. Supports ranges and If-None-Match.")
            .Produces(StatusCodes.Status200OK, contentType: "application/octet-stream").ProducesProblem(StatusCodes.Status404NotFound);
        return routes;
    }

    private static async Task<Ok<List<ReleaseResource>>> ListAsync(ReleaseService releases, CancellationToken cancellationToken) =>
        TypedResults.Ok((await releases.ListAsync(cancellationToken)).Where(r => r.Status == ReleaseStatus.Published).Select(ReleaseResource.From).ToList());

    private static async Task<Results<Ok<ReleaseDetailResource>, ProblemHttpResult>> GetAsync(string release, ReleaseService releases, CancellationToken cancellationToken)
    {
        var number = await releases.ResolveAsync(release, cancellationToken);
        var summary = (await releases.ListAsync(cancellationToken)).FirstOrDefault(r => r.Number == number && r.Status == ReleaseStatus.Published);
        if (summary is null)
        {
            return NoRelease(release);
        }

        var manifest = (await releases.GetManifestAsync(summary.Number, cancellationToken))!;
        var files = manifest.Files.Select(f => new FileResource(f.Name, f.Part, f.Format, f.Rows, f.Size, f.Sha256, $"{Root}/{summary.Number}/files/{f.Name}"));
        return TypedResults.Ok(new ReleaseDetailResource(ReleaseResource.From(summary), [.. files]));
    }

    private static Task<IResult> ManifestAsync(string release, ReleaseService releases, CancellationToken cancellationToken) =>
        FileAsync(release, ReleaseNames.Manifest, releases, cancellationToken);

    private static async Task<IResult> FileAsync(string release, string name, ReleaseService releases, CancellationToken cancellationToken)
    {
        if (await releases.ResolveAsync(release, cancellationToken) is not { } number || await releases.GetManifestAsync(number, cancellationToken) is not { } manifest)
        {
            return NoRelease(release);
        }

        if (await releases.OpenFileAsync(number, name, cancellationToken) is not { } stream)
        {
            return TypedResults.Problem($"Release {number} has no file of that name. Its manifest lists the files.", statusCode: StatusCodes.Status404NotFound);
        }

        var hash = manifest.Files.FirstOrDefault(file => file.Name == name)?.Sha256;
        return TypedResults.Stream(
            stream, ContentType(name), name, manifest.CreatedAt, hash is null ? null : new EntityTagHeaderValue($"\"{hash}\""), enableRangeProcessing: true);
    }

    private static string ContentType(string name) => Path.GetExtension(name) switch
    {
        ".jsonl" => "application/jsonl; charset=utf-8",
        ".csv" => "text/csv; charset=utf-8",
        ".json" => "application/json",
        ".parquet" => "application/vnd.apache.parquet",
        ".npy" or ".npz" => "application/octet-stream",
        _ => "text/plain; charset=utf-8",
    };

    private static ProblemHttpResult NoRelease(string release) =>
        TypedResults.Problem($"There is no published release '{release}'. GET {Root} lists those that exist.", statusCode: StatusCodes.Status404NotFound);

    private static async ValueTask<object?> ExplainAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        try
        {
            return await next(context);
        }
        catch (ReleaseException error)
        {
            return TypedResults.Problem(error.Message, statusCode: StatusCodes.Status500InternalServerError);
        }
    }
}
