using LlmRec.Workbench.Storage;
using Microsoft.EntityFrameworkCore;

namespace LlmRec.Workbench.Complements;

/// <summary>Reads mentions and pairs for the pages that show them.</summary>
public sealed class ComplementQueries(IDbContextFactory<WorkbenchDbContext> contexts)
{
    /// <summary>What goes with the category.</summary>
    public Task<IReadOnlyList<ComplementRow>> GetComplementsAsync(string categoryId, CancellationToken cancellationToken = default) =>
        throw new NotSupportedException($"{contexts} {categoryId}");

    /// <summary>What the category goes with: pairs that lead to it.</summary>
    public Task<IReadOnlyList<ComplementRow>> GetComplementOfAsync(string categoryId, CancellationToken cancellationToken = default) =>
        throw new NotSupportedException($"{contexts} {categoryId}");

    /// <summary>The names that models gave for the category, newest run first.</summary>
    public Task<IReadOnlyList<MentionRow>> GetMentionsAsync(string categoryId, CancellationToken cancellationToken = default) =>
        throw new NotSupportedException($"{contexts} {categoryId}");

    public Task<ComplementCounts> GetCountsAsync(CancellationToken cancellationToken = default) =>
        throw new NotSupportedException($"{contexts}");

    /// <summary>Approved pairs between first-level categories, largest first.</summary>
    public Task<IReadOnlyList<ComplementFlow>> GetFlowsAsync(CancellationToken cancellationToken = default) =>
        throw new NotSupportedException($"{contexts}");
}
