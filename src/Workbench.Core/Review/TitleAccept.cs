using LlmRec.Workbench.Catalog;
using LlmRec.Workbench.Storage;
using LlmRec.Workbench.Titles;
using Microsoft.EntityFrameworkCore;

namespace LlmRec.Workbench.Review;

/// <summary>Approves the proposed sentences of many titles as they are.</summary>
internal sealed class TitleAccept(WorkbenchDbContext db, CategoryTree tree, TitleAcceptRequest request) : BulkAccept<TitleAcceptSample>(db)
{
    private readonly WorkbenchDbContext _db = db;

    protected override string Description =>
        string.Join(" · ", new[] { request.Filter.CategoryScope is { } id ? tree.PathOf(id) : "", request.Reason.Trim() }.Where(text => text.Length > 0));

    private IQueryable<TitleNormalisation> Titles => _db.Matching(request.Filter, tree).Acceptable();

    protected override Task<int> CountAsync(CancellationToken cancellationToken) => Titles.CountAsync(cancellationToken);

    // Multiplying by a large prime scatters the IDs.
    protected override async Task<IReadOnlyList<TitleAcceptSample>> SampleAsync(int size, CancellationToken cancellationToken) =>
        await Titles.OrderBy(t => t.Id * 7919 % 10007).ThenBy(t => t.Id).Take(size)
            .Select(t => new TitleAcceptSample(t.Id, t.RawTitle, t.Sentence)).ToListAsync(cancellationToken);

    protected override async Task<IReadOnlyList<Judgment>> NextAsync(JudgmentBatch batch, long lastId, int take, CancellationToken cancellationToken)
    {
        var rows = await Titles.Where(t => t.Id > lastId).OrderBy(t => t.Id).Take(take).Select(t => new { t.Id, t.Sentence, t.JudgmentId }).ToListAsync(cancellationToken);
        return [.. rows.Select(t => new TitleJudgmentRequest(t.Id, 0, Decision.Approve, t.Sentence, request.Reason).ToJudgment(batch, t.JudgmentId))];
    }

    protected override Task<int> ApproveAsync(long batchId, CancellationToken cancellationToken) =>
        _db.TitleNormalisations.Where(t => t.State == TitleState.Waiting && _db.Judgments.Any(j => j.TitleId == t.Id && j.BatchId == batchId))
            .ExecuteUpdateAsync(
                set => set.SetProperty(t => t.State, TitleState.Approved)
                    .SetProperty(t => t.Version, t => t.Version + 1)
                    .SetProperty(t => t.ApprovedText, t => _db.Judgments.Where(j => j.TitleId == t.Id && j.BatchId == batchId).Max(j => j.Text))
                    .SetProperty(t => t.JudgmentId, t => _db.Judgments.Where(j => j.TitleId == t.Id && j.BatchId == batchId).Max(j => (long?)j.Id)),
                cancellationToken);
}
