using LlmRec.Workbench.Catalog;
using LlmRec.Workbench.Complements;
using LlmRec.Workbench.Review;
using LlmRec.Workbench.Runs;
using LlmRec.Workbench.Storage;
using Microsoft.EntityFrameworkCore;

namespace LlmRec.Workbench.Mapping.Choices;

/// <summary>Finds the unclear names: texts whose mapping is ambiguous and that a person still has to decide on.</summary>
public sealed class ChoiceSubjects(IDbContextFactory<WorkbenchDbContext> contexts, CatalogService catalog)
{
    public async Task<int> CountAsync(string scope, CancellationToken cancellationToken = default)
    {
        var pairs = await PairsAsync(ChoiceScope.Parse(scope), cancellationToken);
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await Unclear(db, pairs(db)).CountAsync(cancellationToken);
    }

    /// <summary>In the order in which the texts were first named; throws <see cref="RunRejectedException"/> for a scope that does not exist or holds nothing unclear.</summary>
    public async Task<IReadOnlyList<RunSubject>> ListAsync(string scope, int? limit, CancellationToken cancellationToken = default)
    {
        var pairs = await PairsAsync(ChoiceScope.Parse(scope), cancellationToken);
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var rows = await Unclear(db, pairs(db)).OrderBy(m => m.Id).Take(limit ?? int.MaxValue)
            .Select(m => new { m.Id, m.Key, m.Text, Ids = m.Candidates.OrderBy(c => c.Rank).Select(c => c.CategoryId).ToList() }).ToListAsync(cancellationToken);
        return rows.Count > 0
            ? [.. rows.Select(m => new RunSubject(ChoiceSubject.Of(m.Id, m.Key, m.Ids).ToString(), m.Text))]
            : throw new RunRejectedException($"Scope '{scope}' holds no unclear name: every name in it is mapped, has no category, or has been decided on. Run complements first, or choose another scope.");
    }

    private static IQueryable<Mapping> Unclear(WorkbenchDbContext db, IQueryable<Pair> pairs) => db.Mappings.AsNoTracking()
        .Where(m => m.Outcome == MappingOutcome.Ambiguous && m.Candidates.Count > 0 && pairs.Any(p => p.MappingId == m.Id && p.State == PairState.Waiting));

    private async Task<Func<WorkbenchDbContext, IQueryable<Pair>>> PairsAsync(ChoiceScope scope, CancellationToken cancellationToken)
    {
        if (scope.RunId is { } runId)
        {
            await using var db = await contexts.CreateDbContextAsync(cancellationToken);
            if (!await db.Runs.AnyAsync(r => r.Id == runId, cancellationToken))
            {
                throw new RunRejectedException($"There is no run {runId}.");
            }

            return from => from.Pairs.Where(p => from.Mentions.Any(m => m.PairId == p.Id && m.RunId == runId));
        }

        if (scope.CategoryId is not { } categoryId)
        {
            return db => db.Pairs;
        }

        var tree = await catalog.GetTreeAsync(cancellationToken);
        var ids = tree.Find(categoryId) is null
            ? throw new RunRejectedException($"There is no category '{categoryId}'. A choices run is about 'all', 'run:ID' or the ID of a category.")
            : tree.SubtreeIds(categoryId);
        return db => db.Pairs.Where(p => EF.Parameter(ids).Contains(p.SourceId));
    }
}
