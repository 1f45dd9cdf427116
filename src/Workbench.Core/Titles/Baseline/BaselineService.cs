namespace LlmRec.Workbench.Titles.Baseline;

/// <summary>Keeps the newest <see cref="BaselineNormaliser"/>: one made from the category tree, the aliases, the items and the word lists as they are now.</summary>
public sealed class BaselineService
{
    private readonly BaselineNormaliser _newest = new();

    /// <summary>Cheap to call as often as one likes; made anew after an import, a new alias or an edit of the word lists.</summary>
    public Task<BaselineNormaliser> GetAsync(CancellationToken cancellationToken = default) => Task.FromResult(_newest);
}
