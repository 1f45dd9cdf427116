namespace LlmRec.Workbench.Review;

/// <summary>The order of the review queue. Every order ends with the pair's ID, so that no two pairs ever swap places.</summary>
public enum ReviewSort
{
    /// <summary>Pairs of one source category together, the best score first.</summary>
    Source,

    /// <summary>The best score first.</summary>
    ScoreDescending,

    /// <summary>The worst score first.</summary>
    ScoreAscending,

    /// <summary>The newest pair first.</summary>
    Newest,
}
