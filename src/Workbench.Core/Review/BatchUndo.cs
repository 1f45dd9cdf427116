using LlmRec.Workbench.Mapping;
using LlmRec.Workbench.Security;
using LlmRec.Workbench.Storage;
using Microsoft.EntityFrameworkCore;

namespace LlmRec.Workbench.Review;

/// <summary>
/// Takes a batch back by appending. Of each pair or title only the decision that this batch made is taken back; where a later decision holds, it is a conflict.
/// Undoing an undo appends its judgments again (a redo), which in turn can be undone.
/// </summary>
internal sealed class BatchUndo(WorkbenchDbContext db, MappingStore mappings)
{
    private const int ChunkSize = 500;

    private readonly StandingWriter _writer = new(db, mappings);
    private readonly List<Subject> _conflicts = [];
    private int _undone;
    private SubjectRef? _first;

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
        return new(UndoStatus.Done, undo.Id, _undone, conflicts, _first);
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
        var subjects = await db.LoadAsync([.. chunk.Select(j => j.Subject)], cancellationToken);
        var replacedIds = chunk.Select(j => j.ReplacesId).OfType<long>().ToList();
        var replaced = await db.Judgments.AsNoTracking().Where(j => EF.Parameter(replacedIds).Contains(j.Id)).ToDictionaryAsync(j => j.Id, cancellationToken);
        var steps = chunk.Select(j => Step.For(subjects[j.Subject], j, j.ReplacesId is { } id ? replaced[id] : null, undo)).ToList();
        var possible = steps.Where(s => s.Subject.JudgmentId == s.ExpectedId).ToList();
        _conflicts.AddRange(steps.Except(possible).Select(s => s.Subject));
        _undone += possible.Count;
        _first ??= possible.FirstOrDefault()?.Subject.Ref;
        db.AddRange(possible.Select(s => s.Row));
        await db.SaveChangesAsync(cancellationToken);
        await _writer.ApplyAsync([.. possible.Select(s => new StandingWriter.Change(s.Subject, s.Restores))], cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
    }

    private async Task<IReadOnlyList<UndoConflict>> ConflictsAsync(CancellationToken cancellationToken)
    {
        var standings = await db.GetStandingsAsync([.. _conflicts.Select(s => s.Ref)], cancellationToken);
        return [.. _conflicts.Select(s => new UndoConflict(s.Text, standings[s.Ref]))];
    }

    /// <summary>What taking back one judgment of a batch means for its subject.</summary>
    /// <param name="ExpectedId">The judgment that must still stand; anything else means that somebody judged since.</param>
    /// <param name="Row">The row that is appended.</param>
    /// <param name="Restores">What holds afterwards; null for waiting.</param>
    private sealed record Step(Subject Subject, long? ExpectedId, Judgment Row, Judgment? Restores)
    {
        public static Step For(Subject subject, Judgment judgment, Judgment? replaced, JudgmentBatch undo)
        {
            if (judgment.Decision != Decision.Undo)
            {
                return new(subject, judgment.Id, Append(undo, judgment, Decision.Undo, judgment.Id), replaced);
            }

            var again = Append(undo, replaced!, replaced!.Decision, replaced.ReplacesId);
            return new(subject, replaced.ReplacesId, again, again);
        }

        private static Judgment Append(JudgmentBatch undo, Judgment judgment, Decision decision, long? replacesId) => new()
        {
            PairId = judgment.PairId,
            TitleId = judgment.TitleId,
            BatchId = undo.Id,
            Decision = decision,
            TargetIds = decision == Decision.Undo ? "" : judgment.TargetIds,
            Text = decision == Decision.Undo ? "" : judgment.Text,
            CandidateRank = decision == Decision.Undo ? null : judgment.CandidateRank,
            Reason = judgment.Reason,
            By = undo.By,
            At = undo.At,
            ReplacesId = replacesId,
        };
    }
}
