namespace LlmRec.Workbench.Web.Components.Pages.Review;

internal static class ReviewPageServices
{
    public static IServiceCollection AddReviewPages(this IServiceCollection services) => services.AddScoped<ReviewDesk>().AddScoped<TitleDesk>();
}
