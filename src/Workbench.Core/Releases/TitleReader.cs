using System.Runtime.CompilerServices;
using LlmRec.Workbench.Storage;
using LlmRec.Workbench.Titles;
using Microsoft.EntityFrameworkCore;

namespace LlmRec.Workbench.Releases;

/// <summary>Reads the approved sentences of a snapshot item by item, in the ordinal order of their IDs; a chunk of items is in memory.</summary>
internal sealed class TitleReader(WorkbenchDbContext db, IReadOnlyList<string> items, TitlePicker picker)
{
    private const int ItemsPerChunk = 500;

    public int ItemCount => items.Count;

    public static async Task<List<string>> ReadItemsAsync(WorkbenchDbContext db, CancellationToken cancellationToken)
    {
        var items = await db.TitleNormalisations.Where(t => t.State == TitleState.Approved).Select(t => t.ItemId).Distinct().ToListAsync(cancellationToken);
        items.Sort(StringComparer.Ordinal);
        return items;
    }

    /// <summary>No row or one for each item; can be enumerated once.</summary>
    public async IAsyncEnumerable<IReadOnlyList<ReleaseTitle>> ReadAsync([EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        foreach (var chunk in items.Chunk(ItemsPerChunk))
        {
            var titles = (await TitlesAsync(chunk, cancellationToken)).ToLookup(title => title.Title.ItemId);
            var runs = (await RunsAsync(chunk, cancellationToken)).ToLookup(answer => answer.NormalisationId, answer => answer.RunId);
            foreach (var item in chunk)
            {
                yield return picker.Pick(titles[item], runs) is { } row ? [row] : [];
            }
        }
    }

    private Task<List<ApprovedTitle>> TitlesAsync(string[] chunk, CancellationToken cancellationToken) => (
        from title in db.TitleNormalisations
        where title.State == TitleState.Approved && chunk.Contains(title.ItemId)
        join item in db.Items on title.ItemId equals item.Id
        from judgment in db.Judgments.Where(j => j.Id == title.JudgmentId).DefaultIfEmpty()
        select new ApprovedTitle(title, item.Title, item.CategoryId, judgment == null ? null : new TitleApproval(judgment.Id, judgment.By, judgment.At)))
        .ToListAsync(cancellationToken);

    private Task<List<TitleAnswer>> RunsAsync(string[] chunk, CancellationToken cancellationToken) => (
        from answer in db.TitleAnswers
        join title in db.TitleNormalisations on answer.NormalisationId equals title.Id
        where title.State == TitleState.Approved && chunk.Contains(title.ItemId)
        select answer).ToListAsync(cancellationToken);
}
