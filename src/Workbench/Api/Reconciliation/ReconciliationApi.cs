using System.Net.Mime;
using LlmRec.Workbench.Security;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace LlmRec.Workbench.Web.Api.Reconciliation;

/// <summary>The Reconciliation Service API 0.2 of the W3C Entity Reconciliation Community Group, for OpenRefine and its kin. Decisions: docs/decisions/reconciliation.md.</summary>
internal static class ReconciliationApi
{
    public const string Root = "/api/v1/reconcile";

    private const string Form = "application/x-www-form-urlencoded";
    private const int MostBytes = 4 * 1024 * 1024;

    public static IEndpointRouteBuilder MapReconciliationApi(this IEndpointRouteBuilder routes)
    {
        var group = routes.MapGroup(Root).WithTags("Reconciliation").RequireAuthorization(Policies.View).RequireCors(ReconciliationServices.Policy)
            .RequireRateLimiting(ReconciliationServices.Policy).AddEndpointFilter(ExplainAsync);
        group.MapGet("/", GetAsync).AddEndpointFilter(ForKnownPagesAsync).Described("The service manifest; with 'queries' or 'extend' the answer to these, as POST gives it.");
        group.MapPost("/", PostAsync).Accepts<ReconciliationForm>(Form).WithMetadata(new RequestSizeLimitAttribute(MostBytes)).DisableAntiforgery().AddEndpointFilter(ForKnownPagesAsync)
            .Described("Candidates for a batch of names (form field 'queries'), or properties of categories (form field 'extend').");
        group.MapSuggestions();
        group.MapPreview();
        return routes;
    }

    /// <summary>Summary and the answers that every address may give.</summary>
    internal static RouteHandlerBuilder Described(this RouteHandlerBuilder route, string summary) => route.WithSummary(summary)
        .Produces(StatusCodes.Status200OK, contentType: MediaTypeNames.Application.Json)
        .ProducesProblem(StatusCodes.Status400BadRequest).ProducesProblem(StatusCodes.Status413PayloadTooLarge)
        .ProducesProblem(StatusCodes.Status429TooManyRequests).ProducesProblem(StatusCodes.Status503ServiceUnavailable);

    private static async Task<IResult> GetAsync(
        string? queries, string? extend, HttpRequest request, ReconciliationManifest manifest, ReconciliationAnswers answers, CancellationToken cancellationToken) =>
        queries is null && extend is null
            ? TypedResults.Ok(await manifest.DescribeAsync(request, cancellationToken))
            : await AnswerAsync(queries, extend, request, answers, cancellationToken);

    private static async Task<IResult> PostAsync(HttpRequest request, ReconciliationAnswers answers, CancellationToken cancellationToken)
    {
        var form = request.HasFormContentType
            ? await request.ReadFormAsync(cancellationToken)
            : throw new ReconciliationRequestException($"Send a form ({Form}) with the field 'queries' or 'extend'.", StatusCodes.Status415UnsupportedMediaType);
        return await AnswerAsync(form["queries"], form["extend"], request, answers, cancellationToken);
    }

    private static async Task<IResult> AnswerAsync(
        string? queries, string? extend, HttpRequest request, ReconciliationAnswers answers, CancellationToken cancellationToken)
    {
        if (queries is null)
        {
            return extend is null
                ? throw new ReconciliationRequestException("The form has neither the field 'queries' nor the field 'extend'. GET without parameters gives the manifest.")
                : TypedResults.Ok(await answers.ExtendAsync(ExtensionQueryReader.Read(extend), cancellationToken));
        }

        var batch = QueryBatchReader.Read(queries);
        var results = await answers.ReconcileAsync(batch, cancellationToken);
        return results.Count > 0 || batch.Count == 0 ? TypedResults.Ok(results) : Unavailable(request.HttpContext.Response);
    }

    // Clients repeat a request that was answered so; an empty result they would take for "no such category".
    private static ProblemHttpResult Unavailable(HttpResponse response)
    {
        response.Headers.RetryAfter = "2";
        return TypedResults.Problem(
            "Nothing could be mapped: the catalog holds no categories, or a source of evidence does not answer. The page Mapping says which; try again then.",
            statusCode: StatusCodes.Status503ServiceUnavailable);
    }

    private static async ValueTask<object?> ForKnownPagesAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var (request, origins) = (context.HttpContext.Request, context.HttpContext.RequestServices.GetRequiredService<ReconciliationOrigins>());
        return origins.MayAsk(request.Headers) || (HttpMethods.IsGet(request.Method) && request.Query.Count == 0)
            ? await next(context)
            : throw new ReconciliationRequestException(
                $"A page of {request.Headers.Origin} may not use this service. Add its origin to {ReconciliationOptions.Section}:{nameof(ReconciliationOptions.AllowedOrigins)} if it should.",
                StatusCodes.Status403Forbidden);
    }

    private static async ValueTask<object?> ExplainAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        try
        {
            return await next(context);
        }
        catch (ReconciliationRequestException error)
        {
            return TypedResults.Problem(error.Message, statusCode: error.Status);
        }
        catch (BadHttpRequestException error)
        {
            return TypedResults.Problem(error.Message, statusCode: error.StatusCode);
        }
        catch (InvalidDataException error)
        {
            return TypedResults.Problem($"The form cannot be read: {error.Message}", statusCode: StatusCodes.Status400BadRequest);
        }
    }

    /// <summary>One of the two, as JSON in a form field.</summary>
    internal sealed record ReconciliationForm(string? Queries, string? Extend);
}
