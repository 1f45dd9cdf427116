using LlmRec.Workbench.Review;

namespace LlmRec.Workbench.Web.Components.Pages.Review;

/// <summary>Which candidates a person sees: those with a chance, or as many as there are number keys.</summary>
internal static class CandidateFold
{
    /// <summary>Every candidate on the screen has a number key.</summary>
    public const int Keys = 9;

    private const double LeastChance = 0.01;

    /// <summary>The first one always shows, and so does what already stands as the pair's target.</summary>
    public static IReadOnlyList<ReviewCandidate> Shown(ReviewItem item, bool all) =>
        [.. item.Candidates.Take(Keys).Where(c => all || c.Rank == 1 || c.Score >= LeastChance || item.Pair.Standing.TargetIds.Contains(c.CategoryId))];

    public static int Hidden(ReviewItem item, bool all) => Math.Min(item.Candidates.Count, Keys) - Shown(item, all).Count;
}
