using System.Runtime.CompilerServices;
using LlmRec.Workbench.Storage;
using LlmRec.Workbench.Titles;
using Microsoft.EntityFrameworkCore;

namespace LlmRec.Workbench.Embeddings;

/// <summary>Reads the texts of all items in the order of their IDs, page by page; one page is in memory.</summary>
public sealed class VectorTexts(IDbContextFactory<WorkbenchDbContext> contexts)
{
    private const int PageSize = 2000;

    /// <summary>How many texts there are, and how many letters they have together.</summary>
    public async Task<(int Rows, long Letters)> CountAsync(string kind, CancellationToken cancellationToken = default)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        if (kind == VectorTextKinds.Raw)
        {
            return (await db.Items.CountAsync(i => i.Title != "", cancellationToken), await db.Items.SumAsync(i => (long)i.Title.Length, cancellationToken));
        }

        var titles = Sentences(db, kind);
        var rows = await titles.Select(t => t.ItemId).Distinct().CountAsync(cancellationToken);
        var mean = await titles.AverageAsync(t => (double?)t.Sentence.Length, cancellationToken) ?? 0;
        return (rows, (long)(mean * rows));
    }

    /// <param name="kind">One of <see cref="VectorTextKinds"/>.</param>
    public IAsyncEnumerable<VectorText> ReadAsync(string kind, CancellationToken cancellationToken = default) =>
        kind == VectorTextKinds.Raw ? ReadTitlesAsync(cancellationToken) : ReadSentencesAsync(kind, cancellationToken);

    private async IAsyncEnumerable<VectorText> ReadTitlesAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var last = "";
        while (true)
        {
            await using var db = await contexts.CreateDbContextAsync(cancellationToken);
            var page = await db.Items.AsNoTracking().Where(i => i.Id.CompareTo(last) > 0)
                .OrderBy(i => i.Id).Take(PageSize).Select(i => new VectorText(i.Id, i.Title)).ToListAsync(cancellationToken);
            foreach (var text in page.Where(text => text.Text.Length > 0))
            {
                yield return text;
            }

            if (page.Count < PageSize)
            {
                yield break;
            }

            last = page[^1].Id;
        }
    }

    private async IAsyncEnumerable<VectorText> ReadSentencesAsync(string kind, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var last = "";
        while (true)
        {
            await using var db = await contexts.CreateDbContextAsync(cancellationToken);
            var ids = await Sentences(db, kind).Where(t => t.ItemId.CompareTo(last) > 0)
                .Select(t => t.ItemId).Distinct().OrderBy(id => id).Take(PageSize).ToListAsync(cancellationToken);
            var titles = await Sentences(db, kind).Where(t => ids.Contains(t.ItemId)).ToListAsync(cancellationToken);
            var best = titles.GroupBy(t => t.ItemId).ToDictionary(g => g.Key, g => Best([.. g]));
            foreach (var id in ids)
            {
                yield return new VectorText(id, best[id]);
            }

            if (ids.Count < PageSize)
            {
                yield break;
            }

            last = ids[^1];
        }
    }

    private static IQueryable<TitleNormalisation> Sentences(WorkbenchDbContext db, string kind)
    {
        var proposed = kind == VectorTextKinds.Normalised;
        return db.TitleNormalisations.AsNoTracking()
            .Where(t => t.State == TitleState.Approved || (proposed && t.IsNewest && t.State != TitleState.Rejected && t.Sentence != ""));
    }

    // The newest approval, as in a release.
    private static string Best(IReadOnlyList<TitleNormalisation> titles)
    {
        var best = titles.OrderByDescending(t => t.State == TitleState.Approved).ThenByDescending(t => t.JudgmentId).ThenByDescending(t => t.Id).First();
        return best.ApprovedText.Length > 0 ? best.ApprovedText : best.Sentence;
    }
}
