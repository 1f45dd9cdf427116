using LlmRec.Workbench.Storage;
using Microsoft.EntityFrameworkCore;

namespace LlmRec.Workbench.Mapping.Sources;

/// <summary>Reads a sample of the products' titles: bounded, so that a catalog of millions makes the index neither slow nor large.</summary>
internal static class ItemTitles
{
    /// <summary>Products read, in the order of their IDs, and titles kept of one category; what lies beyond says nothing.</summary>
    public const int MostRead = 200_000;
    public const int MostPerCategory = 30;

    public static async Task<IReadOnlyList<ItemTitle>> ReadAsync(WorkbenchDbContext db, CancellationToken cancellationToken)
    {
        var kept = new List<ItemTitle>();
        var counts = new Dictionary<string, int>(StringComparer.Ordinal);
        var items = db.Items.AsNoTracking().Where(i => i.CategoryId != null).OrderBy(i => i.Id).Take(MostRead).Select(i => new { i.CategoryId, i.Title });
        await foreach (var item in items.AsAsyncEnumerable().WithCancellation(cancellationToken))
        {
            var count = counts[item.CategoryId!] = counts.GetValueOrDefault(item.CategoryId!) + 1;
            if (count <= MostPerCategory)
            {
                kept.Add(new ItemTitle(item.CategoryId!, item.Title));
            }
        }

        return kept;
    }
}
