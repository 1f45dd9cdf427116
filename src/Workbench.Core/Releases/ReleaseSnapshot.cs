using System.Data;
using System.Data.Common;
using System.Runtime.CompilerServices;
using LlmRec.Workbench.Complements;
using LlmRec.Workbench.Runs;
using LlmRec.Workbench.Storage;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace LlmRec.Workbench.Releases;

/// <summary>
/// The approved pairs and titles at one moment, source by source and item by item in ordinal order of their IDs. It reads across capabilities in one transaction, because judgments that
/// arrive meanwhile must be wholly in or wholly out; it holds the tree, the IDs and one chunk of sources or
/// items in memory, never all rows.
/// </summary>
internal sealed class ReleaseSnapshot : IAsyncDisposable
{
    private const int SourcesPerChunk = 256;

    private readonly WorkbenchDbContext _db;
    private readonly DbTransaction _transaction;
    private readonly PairMerger _merger;
    private readonly List<string> _sources;

    private ReleaseSnapshot(WorkbenchDbContext db, DbTransaction transaction, List<string> sources, PairMerger merger)
    {
        (_db, _transaction, _sources, _merger) = (db, transaction, sources, merger);
    }

    /// <summary>Filled while <see cref="ReadPairsAsync"/> and <see cref="Titles"/> are enumerated.</summary>
    public required ReleaseTally Tally { get; init; }

    public required IReadOnlyDictionary<int, Run> Runs { get; init; }

    /// <summary>The approved titles of the same moment.</summary>
    public required TitleReader Titles { get; init; }

    public int SourceCount => _sources.Count;

    public static async Task<ReleaseSnapshot> OpenAsync(IDbContextFactory<WorkbenchDbContext> contexts, CancellationToken cancellationToken)
    {
        var db = await contexts.CreateDbContextAsync(cancellationToken);
        db.ChangeTracker.QueryTrackingBehavior = QueryTrackingBehavior.NoTracking;
        var transaction = await BeginAsync(db, cancellationToken);
        var categories = await db.Categories
            .Select(c => new { c.Id, Facts = new CategoryFacts(c.Path, c.RetiredAt != null) })
            .ToDictionaryAsync(c => c.Id, c => c.Facts, cancellationToken);
        var runs = await db.Runs.ToDictionaryAsync(run => run.Id, cancellationToken);
        var sources = await db.Pairs.Where(p => p.State == PairState.Approved).Select(p => p.SourceId).Distinct().ToListAsync(cancellationToken);
        sources.Sort(StringComparer.Ordinal);
        var tally = new ReleaseTally();
        var titles = new TitleReader(db, await TitleReader.ReadItemsAsync(db, cancellationToken), new TitlePicker(categories, runs, tally));
        return new ReleaseSnapshot(db, transaction, sources, new PairMerger(categories, runs, tally)) { Tally = tally, Runs = runs, Titles = titles };
    }

    /// <summary>The pairs of one source at a time, in rank order; can be enumerated once.</summary>
    public async IAsyncEnumerable<IReadOnlyList<ReleasePair>> ReadPairsAsync([EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        foreach (var chunk in _sources.Chunk(SourcesPerChunk))
        {
            var approved = (await TargetsAsync(chunk, cancellationToken)).ToLookup(row => row.SourceId);
            var mentions = (await MentionsAsync(chunk, cancellationToken)).ToLookup(mention => mention.PairId);
            foreach (var source in chunk)
            {
                yield return _merger.Merge(source, approved[source], mentions);
            }
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _transaction.DisposeAsync();
        await _db.DisposeAsync();
    }

    private Task<List<ApprovedTarget>> TargetsAsync(string[] sources, CancellationToken cancellationToken) => (
        from pair in _db.Pairs
        where pair.State == PairState.Approved && sources.Contains(pair.SourceId)
        from target in pair.Targets
        from candidate in _db.MappingCandidates.Where(c => c.MappingId == pair.MappingId && c.CategoryId == target.CategoryId).DefaultIfEmpty()
        from judgment in _db.Judgments.Where(j => j.Id == pair.JudgmentId).DefaultIfEmpty()
        select new ApprovedTarget
        {
            PairId = pair.Id,
            SourceId = pair.SourceId,
            TargetId = target.CategoryId,
            Text = pair.Text,
            Candidate = candidate,
            // No rank and a single target: found by searching the tree. No rank and several: picked among the candidates.
            Approval = judgment == null ? null
                : new ApprovalFacts(judgment.Id, judgment.CandidateRank != null || judgment.TargetIds.Contains('\t'), judgment.By, judgment.At),
        }).ToListAsync(cancellationToken);

    private Task<List<SupportingMention>> MentionsAsync(string[] sources, CancellationToken cancellationToken) => (
        from mention in _db.Mentions
        join pair in _db.Pairs on mention.PairId equals pair.Id
        where pair.State == PairState.Approved && sources.Contains(pair.SourceId)
        select new SupportingMention(mention.PairId, mention.RunId, mention.Text)).ToListAsync(cancellationToken);

    // A deferred SQLite transaction is a snapshot that, unlike the provider's default, does not lock writers out.
    private static async Task<DbTransaction> BeginAsync(WorkbenchDbContext db, CancellationToken cancellationToken)
    {
        if (db.Database.GetDbConnection() is not SqliteConnection sqlite)
        {
            return (await db.Database.BeginTransactionAsync(IsolationLevel.RepeatableRead, cancellationToken)).GetDbTransaction();
        }

        await db.Database.OpenConnectionAsync(cancellationToken);
        var transaction = sqlite.BeginTransaction(deferred: true);
        await db.Database.UseTransactionAsync(transaction, cancellationToken);
        return transaction;
    }
}
