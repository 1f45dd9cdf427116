using LlmRec.Workbench.Catalog;
using LlmRec.Workbench.Complements;
using LlmRec.Workbench.Storage;
using Microsoft.EntityFrameworkCore;

namespace LlmRec.Workbench.Review;

/// <summary>Approves the accepted candidates of many pairs.</summary>
internal sealed class PairAccept(WorkbenchDbContext db, CategoryTree tree, AcceptRequest request) : BulkAccept<AcceptSample>(db)
{
    private readonly WorkbenchDbContext _db = db;

    protected override string Description
    {
        get
        {
            var scope = request.Filter.SourceScope is { } id ? $" · {tree.PathOf(id)}" : "";
            var reason = request.Reason.Trim() is { Length: > 0 } text ? $" · {text}" : "";
            return FormattableString.Invariant($"≥ {request.MinScore:0.00}{scope}{reason}");
        }
    }

    private IQueryable<Pair> Pairs => _db.Matching(request.Filter, tree).Acceptable(_db, request.MinScore);

    protected override Task<int> CountAsync(CancellationToken cancellationToken) => Pairs.CountAsync(cancellationToken);

    protected override async Task<IReadOnlyList<AcceptSample>> SampleAsync(int size, CancellationToken cancellationToken)
    {
        // Multiplying by a large prime scatters the IDs.
        var rows = await Pairs.OrderBy(p => p.Id * 7919 % 10007).ThenBy(p => p.Id).Take(size)
            .Select(p => new { p.Id, p.SourceId, p.Text, p.Score }).ToListAsync(cancellationToken);
        var targets = await TargetsAsync([.. rows.Select(p => p.Id)], cancellationToken);
        return [.. rows.Select(p => new AcceptSample(p.Id, tree.PathOf(p.SourceId), p.Text, [.. targets[p.Id].Select(tree.PathOf)], p.Score))];
    }

    protected override async Task<IReadOnlyList<Judgment>> NextAsync(JudgmentBatch batch, long lastId, int take, CancellationToken cancellationToken)
    {
        var rows = await Pairs.Where(p => p.Id > lastId).OrderBy(p => p.Id).Take(take)
            .Select(p => new { p.Id, p.JudgmentId }).ToListAsync(cancellationToken);
        var targets = await TargetsAsync([.. rows.Select(p => p.Id)], cancellationToken);
        _db.AddRange(targets.SelectMany(pair => pair.Select(category => new PairTarget { PairId = pair.Key, CategoryId = category })));

        // What the machine proposes is no correction, even when it is several categories: rank 1.
        return [.. rows.Select(p => new JudgmentRequest(p.Id, 0, Decision.Approve, [.. targets[p.Id]], 1, request.Reason).ToJudgment(batch, p.JudgmentId))];
    }

    protected override Task<int> ApproveAsync(long batchId, CancellationToken cancellationToken) =>
        _db.Pairs.Where(p => p.State == PairState.Waiting && _db.Judgments.Any(j => j.PairId == p.Id && j.BatchId == batchId))
            .ExecuteUpdateAsync(
                set => set.SetProperty(p => p.State, PairState.Approved)
                    .SetProperty(p => p.Version, p => p.Version + 1)
                    .SetProperty(p => p.JudgmentId, p => _db.Judgments.Where(j => j.PairId == p.Id && j.BatchId == batchId).Max(j => (long?)j.Id)),
                cancellationToken);

    private async Task<ILookup<long, string>> TargetsAsync(List<long> pairIds, CancellationToken cancellationToken)
    {
        var targets = await _db.Pairs.Where(p => EF.Parameter(pairIds).Contains(p.Id)).AcceptableTargets(_db, request.MinScore).ToListAsync(cancellationToken);
        return targets.ToLookup(t => t.PairId, t => t.CategoryId);
    }
}
