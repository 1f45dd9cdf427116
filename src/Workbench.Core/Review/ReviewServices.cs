using Microsoft.Extensions.DependencyInjection;

namespace LlmRec.Workbench.Review;

/// <summary>Registers the review queue and the judgments.</summary>
public static class ReviewServices
{
    public static IServiceCollection AddReview(this IServiceCollection services) =>
        services.AddSingleton<ReviewQueue>().AddSingleton<TitleQueue>().AddSingleton<ReviewBacklog>()
            .AddSingleton<JudgmentService>().AddSingleton<JudgmentHistory>();
}
