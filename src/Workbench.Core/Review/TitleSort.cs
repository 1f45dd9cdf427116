namespace LlmRec.Workbench.Review;

/// <summary>The order of the title queue. Every order ends with the ID, so that no two titles ever swap places.</summary>
public enum TitleSort
{
    /// <summary>The worst perplexity gain first: the sentence that reads worst beside its raw title. Unmeasured titles come last.</summary>
    WorstGain,

    /// <summary>Titles of one category together; items without a category come first.</summary>
    Category,

    /// <summary>The newest proposal first.</summary>
    Newest,

    /// <summary>The oldest proposal first.</summary>
    Oldest,
}
