using LlmRec.Workbench.Storage;
using Microsoft.EntityFrameworkCore;

namespace LlmRec.Workbench.Titles.Comparison;

/// <summary>Compares raw titles, normalised titles and the rule baseline by what a language model says of them.</summary>
public sealed class TitleComparison(IDbContextFactory<WorkbenchDbContext> databases)
{
    public async Task<TitleTotals> CountAsync(CancellationToken cancellationToken = default)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        return new TitleTotals(await db.TitleNormalisations.CountAsync(title => title.IsNewest, cancellationToken), await db.Items.CountAsync(cancellationToken));
    }
}
