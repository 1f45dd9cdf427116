using LlmRec.Workbench.Storage;
using Microsoft.EntityFrameworkCore;

namespace LlmRec.Workbench.Behavior;

/// <summary>Reads the query → category click statistics.</summary>
public sealed class QueryClickService(IDbContextFactory<WorkbenchDbContext> contexts)
{
    /// <summary>All rows in a stable order.</summary>
    public async Task<IReadOnlyList<QueryClick>> GetAllAsync(CancellationToken cancellationToken = default)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await db.QueryClicks.AsNoTracking().OrderBy(q => q.Query).ThenBy(q => q.CategoryId).ToListAsync(cancellationToken);
    }
}
