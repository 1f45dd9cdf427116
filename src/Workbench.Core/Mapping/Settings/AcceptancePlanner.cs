using LlmRec.Workbench.Catalog;
using LlmRec.Workbench.Complements;
using LlmRec.Workbench.Storage;
using Microsoft.EntityFrameworkCore;

namespace LlmRec.Workbench.Mapping.Settings;

/// <summary>Says what could be accepted without a person of the pairs that wait now.</summary>
public sealed class AcceptancePlanner(IDbContextFactory<WorkbenchDbContext> contexts, CatalogService catalog, CategoryMapper mapper)
{
    private const int Chunk = 500;

    /// <summary>With the probabilities that the stored mappings have.</summary>
    public async Task<AcceptancePlan> GetAsync(CancellationToken cancellationToken = default)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var targets = await db.MappingCandidates
            .Where(c => c.Score >= AcceptancePlan.Lowest && db.Categories.Any(k => k.Id == c.CategoryId && k.RetiredAt == null)
                && db.Pairs.Any(p => p.MappingId == c.MappingId && p.State == PairState.Waiting))
            .Select(c => new PlannedTarget(c.MappingId, c.CategoryId, c.Score)).ToListAsync(cancellationToken);
        return PlanCurve.Of(await PairsAsync(db, cancellationToken), targets);
    }

    /// <summary>With the probabilities that other options would give. Maps every waiting text and stores nothing.</summary>
    internal async Task<AcceptancePlan> ForecastAsync(MappingOptions options, IProgress<RemapProgress>? progress, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var pairs = await PairsAsync(db, cancellationToken);
        var texts = await db.Mappings.Where(m => db.Pairs.Any(p => p.MappingId == m.Id && p.State == PairState.Waiting))
            .OrderBy(m => m.Id).Select(m => new { m.Id, m.Text }).ToListAsync(cancellationToken);
        var tree = await catalog.GetTreeAsync(cancellationToken);
        var targets = new List<PlannedTarget>();
        for (var done = 0; done < texts.Count; done += Chunk)
        {
            progress?.Report(new RemapProgress(done, texts.Count));
            var chunk = texts[done..Math.Min(done + Chunk, texts.Count)];
            var results = await mapper.MapAsync([.. chunk.Select(t => t.Text)], MappingStore.CandidatesKept, options, cancellationToken);
            targets.AddRange(chunk.Zip(results).SelectMany(r => r.Second.Candidates
                .Where(c => tree.Find(c.CategoryId) is { RetiredAt: null }).Select(c => new PlannedTarget(r.First.Id, c.CategoryId, c.Score))));
        }

        return PlanCurve.Of(pairs, targets);
    }

    private static Task<List<PlannedPair>> PairsAsync(WorkbenchDbContext db, CancellationToken cancellationToken) =>
        db.Pairs.Where(p => p.State == PairState.Waiting).Select(p => new PlannedPair(p.MappingId, p.SourceId)).ToListAsync(cancellationToken);
}
