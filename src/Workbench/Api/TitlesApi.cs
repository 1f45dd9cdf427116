using LlmRec.Workbench.Perplexity;
using LlmRec.Workbench.Security;
using LlmRec.Workbench.Titles.Comparison;
using LlmRec.Workbench.Web.Components.Pages.Titles;

namespace LlmRec.Workbench.Web.Api;

/// <summary>The comparison of titles as a file, with the same query as the page.</summary>
internal static class TitlesApi
{
    public const string Root = "/api/v1/titles";

    public static IEndpointRouteBuilder MapTitlesApi(this IEndpointRouteBuilder routes)
    {
        var group = routes.MapGroup(Root).WithTags("Titles").RequireAuthorization(Policies.View);
        group.MapGet("/comparison.csv", CsvAsync)
            .WithSummary("Raw and normalised titles with their perplexities, worst first. A scorer whose calls cost money is never called here: without a kept score a cell is empty.")
            .Produces(StatusCodes.Status200OK, contentType: "text/csv").ProducesProblem(StatusCodes.Status400BadRequest);
        return routes;
    }

    private static async Task<IResult> CsvAsync(
        [AsParameters] ComparisonQuery query, TitleComparison comparison, ComparisonCsv csv, [AsParameters] ScorerServices measuring, CancellationToken cancellationToken)
    {
        if (!TitleArm.TryParse(query.Arm, out _))
        {
            return TypedResults.Problem(
                $"arm={query.Arm} names no answers. Write run:N, prompt:NAME@VERSION, model:NAME, or the last two joined with |.", statusCode: StatusCodes.Status400BadRequest);
        }

        var choice = new ScorerChoice(measuring.Scorers, measuring.Cache);
        var scorer = await choice.OpenAsync(choice.Find(query.Scorer), agreed: false, cancellationToken);
        var result = await comparison.CompareAsync(query.Address.Request, scorer, progress: null, cancellationToken);
        return TypedResults.Stream(output => csv.WriteAsync(result, output, cancellationToken), "text/csv; charset=utf-8", "titles.csv");
    }

    /// <summary>As the page's own query.</summary>
    internal sealed record ComparisonQuery(string? Arm, string? Category, string? Scorer, string? Per, string? Unknown, string? Opening, string? Sample, int? Seed)
    {
        public TitlesAddress Address => new(Arm, Category, Scorer, Per, Unknown, Opening, Sample, Seed);
    }

    internal sealed record ScorerServices(PerplexityScorers Scorers, ScoreCache Cache);
}
