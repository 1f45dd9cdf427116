using LlmRec.Workbench.Complements;
using LlmRec.Workbench.Mapping;
using LlmRec.Workbench.Security;
using LlmRec.Workbench.Storage;
using Microsoft.EntityFrameworkCore;

namespace LlmRec.Workbench.Review;

/// <summary>
/// Takes a batch back by appending. Of each pair only the decision that this batch made is taken back; where a later decision holds, the pair is a conflict.
/// Undoing an undo appends its judgments again (a redo), which in turn can be undone.
/// </summary>
internal sealed class BatchUndo(WorkbenchDbContext db, MappingStore mappings)
{
    private const int ChunkSize = 500;

    private readonly StandingWriter _writer = new(db, mappings);
    private readonly List<long> _conflicts = [];
    private int _undone;
    private long? _firstPairId;

    public async Task<UndoResult> UndoAsync(Caller caller, long batchId, DateTimeOffset now, CancellationToken cancellationToken)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var batch = await db.JudgmentBatches.FirstOrDefaultAsync(b => b.Id == batchId, cancellationToken);
        if (batch is null or { UndoneById: not null })
        {
            return new(batch is null ? UndoStatus.UnknownBatch : UndoStatus.AlreadyUndone, null, 0, []);
        }

        var kind = batch.Kind == BatchKind.Undo ? BatchKind.Redo : BatchKind.Undo;
        var undo = new JudgmentBatch { Kind = kind, Description = batch.Description, By = caller.Name, At = now };
        db.Add(undo);
        await db.SaveChangesAsync(cancellationToken);
        await UndoAllAsync(batch.Id, undo, cancellationToken);
        var conflicts = await ConflictsAsync(cancellationToken);
        if (_undone == 0)
        {
            return new(UndoStatus.Done, null, 0, conflicts);
        }

        await db.JudgmentBatches.Where(b => b.Id == undo.Id).ExecuteUpdateAsync(s => s.SetProperty(b => b.Count, _undone), cancellationToken);
        await db.JudgmentBatches.Where(b => b.Id == batch.Id).ExecuteUpdateAsync(s => s.SetProperty(b => b.UndoneById, undo.Id), cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return new(UndoStatus.Done, undo.Id, _undone, conflicts, _firstPairId);
    }

    private async Task UndoAllAsync(long batchId, JudgmentBatch undo, CancellationToken cancellationToken)
    {
        for (var lastId = 0L; ;)
        {
            var chunk = await db.Judgments.AsNoTracking().Where(j => j.BatchId == batchId && j.Id > lastId)
                .OrderBy(j => j.Id).Take(ChunkSize).ToListAsync(cancellationToken);
            if (chunk.Count == 0)
            {
                break;
            }

            await UndoChunkAsync(chunk, undo, cancellationToken);
            db.ChangeTracker.Clear();
            lastId = chunk[^1].Id;
        }

        await _writer.SaveAsync(cancellationToken);
    }

    private async Task UndoChunkAsync(List<Judgment> chunk, JudgmentBatch undo, CancellationToken cancellationToken)
    {
        var pairIds = chunk.Select(j => j.PairId).OfType<long>().ToList();
        var pairs = await db.Pairs.Include(p => p.Targets).Where(p => EF.Parameter(pairIds).Contains(p.Id)).ToDictionaryAsync(p => p.Id, cancellationToken);
        var replacedIds = chunk.Select(j => j.ReplacesId).OfType<long>().ToList();
        var replaced = await db.Judgments.AsNoTracking().Where(j => EF.Parameter(replacedIds).Contains(j.Id)).ToDictionaryAsync(j => j.Id, cancellationToken);
        var steps = chunk.Select(j => Step.For(pairs[j.PairId!.Value], j, j.ReplacesId is { } id ? replaced[id] : null, undo)).ToList();
        var possible = steps.Where(s => s.Pair.JudgmentId == s.ExpectedId).ToList();
        _conflicts.AddRange(steps.Except(possible).Select(s => s.Pair.Id));
        _undone += possible.Count;
        _firstPairId ??= possible.FirstOrDefault()?.Pair.Id;
        db.AddRange(possible.Select(s => s.Row));
        await db.SaveChangesAsync(cancellationToken);
        await _writer.ApplyAsync([.. possible.Select(s => new StandingWriter.Standing(s.Pair, s.Restores))], cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
    }

    private async Task<IReadOnlyList<UndoConflict>> ConflictsAsync(CancellationToken cancellationToken)
    {
        var standings = (await db.GetStandingsAsync(_conflicts, cancellationToken)).ToDictionary(s => s.PairId);
        var pairs = await db.Pairs.AsNoTracking().Where(p => EF.Parameter(_conflicts).Contains(p.Id)).OrderBy(p => p.Id).ToListAsync(cancellationToken);
        return [.. pairs.Select(p => new UndoConflict(p.Id, p.SourceId, p.Text, standings[p.Id]))];
    }

    /// <summary>What taking back one judgment of a batch means for its pair.</summary>
    /// <param name="ExpectedId">The judgment that must still stand; anything else means that somebody judged since.</param>
    /// <param name="Row">The row that is appended.</param>
    /// <param name="Restores">What holds afterwards; null for waiting.</param>
    private sealed record Step(Pair Pair, long? ExpectedId, Judgment Row, Judgment? Restores)
    {
        public static Step For(Pair pair, Judgment judgment, Judgment? replaced, JudgmentBatch undo)
        {
            if (judgment.Decision != Decision.Undo)
            {
                return new(pair, judgment.Id, Append(undo, judgment, Decision.Undo, judgment.Id), replaced);
            }

            var again = Append(undo, replaced!, replaced!.Decision, replaced.ReplacesId);
            return new(pair, replaced.ReplacesId, again, again);
        }

        private static Judgment Append(JudgmentBatch undo, Judgment subject, Decision decision, long? replacesId) => new()
        {
            PairId = subject.PairId,
            BatchId = undo.Id,
            Decision = decision,
            TargetIds = decision == Decision.Undo ? "" : subject.TargetIds,
            CandidateRank = decision == Decision.Undo ? null : subject.CandidateRank,
            Reason = subject.Reason,
            By = undo.By,
            At = undo.At,
            ReplacesId = replacesId,
        };
    }
}
