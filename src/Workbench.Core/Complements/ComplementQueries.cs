using LlmRec.Workbench.Catalog;
using LlmRec.Workbench.Mapping;
using LlmRec.Workbench.Storage;
using Microsoft.EntityFrameworkCore;

namespace LlmRec.Workbench.Complements;

/// <summary>Reads mentions and pairs for the pages that show them.</summary>
public sealed class ComplementQueries(IDbContextFactory<WorkbenchDbContext> contexts, CatalogService catalog)
{
    /// <summary>What goes with the category: one row per approved target, one per pair that has none; approved first, then by score.</summary>
    public async Task<IReadOnlyList<ComplementRow>> GetComplementsAsync(string categoryId, CancellationToken cancellationToken = default)
    {
        var tree = await catalog.GetTreeAsync(cancellationToken);
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var pairs = await db.Pairs.AsNoTracking().Include(p => p.Targets).Where(p => p.SourceId == categoryId).ToListAsync(cancellationToken);
        return Order(pairs.SelectMany(pair => TargetsOf(pair).Select(target => Row(pair, target, tree))));
    }

    /// <summary>What the category goes with: pairs whose approved target, or best candidate while nobody has decided, it is.</summary>
    public async Task<IReadOnlyList<ComplementRow>> GetComplementOfAsync(string categoryId, CancellationToken cancellationToken = default)
    {
        var tree = await catalog.GetTreeAsync(cancellationToken);
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var pairs = await db.Pairs.AsNoTracking()
            .Where(p => p.Targets.Any(t => t.CategoryId == categoryId) || (p.State != PairState.Approved && p.BestTargetId == categoryId))
            .ToListAsync(cancellationToken);
        return Order(pairs.Select(pair => Row(pair, pair.SourceId, tree)));
    }

    /// <summary>The names that models gave for the category, newest run first, then in the answer's order.</summary>
    public async Task<IReadOnlyList<MentionRow>> GetMentionsAsync(string categoryId, CancellationToken cancellationToken = default)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await db.Mentions.Where(m => m.SourceId == categoryId).OrderByDescending(m => m.RunId).ThenBy(m => m.Rank)
            .Select(m => new MentionRow(m.Text, m.Rank, m.RunId, m.RunItemId, m.PairId, m.Pair!.State)).ToListAsync(cancellationToken);
    }

    public async Task<ComplementCounts> GetCountsAsync(CancellationToken cancellationToken = default)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var groups = await db.Pairs.GroupBy(p => new { p.Outcome, p.State })
            .Select(g => new { g.Key.Outcome, g.Key.State, Count = g.Count() }).ToListAsync(cancellationToken);
        int With(MappingOutcome outcome) => groups.Where(g => g.Outcome == outcome).Sum(g => g.Count);
        return new ComplementCounts
        {
            Mentions = await db.Mentions.CountAsync(cancellationToken),
            Pairs = groups.Sum(g => g.Count),
            Mapped = With(MappingOutcome.Mapped),
            Ambiguous = With(MappingOutcome.Ambiguous),
            NoCategory = With(MappingOutcome.NoCategory),
            Failed = With(MappingOutcome.Failed),
            Judged = groups.Where(g => g.State != PairState.Waiting).Sum(g => g.Count),
            Approved = groups.Where(g => g.State == PairState.Approved).Sum(g => g.Count),
        };
    }

    /// <summary>Approved pairs between first-level categories, largest first.</summary>
    public async Task<IReadOnlyList<ComplementFlow>> GetFlowsAsync(CancellationToken cancellationToken = default)
    {
        var tree = await catalog.GetTreeAsync(cancellationToken);
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var approved = await db.Pairs.Where(p => p.State == PairState.Approved)
            .SelectMany(p => p.Targets, (p, t) => new { p.SourceId, t.CategoryId }).ToListAsync(cancellationToken);
        return [.. approved.GroupBy(a => (Source: FirstLevel(tree, a.SourceId), Target: FirstLevel(tree, a.CategoryId)))
            .Select(g => new ComplementFlow(g.Key.Source.Id, g.Key.Source.Name, g.Key.Target.Id, g.Key.Target.Name, g.Count()))
            .OrderByDescending(f => f.Count).ThenBy(f => f.SourceId, StringComparer.Ordinal).ThenBy(f => f.TargetId, StringComparer.Ordinal)];
    }

    private static IEnumerable<string?> TargetsOf(Pair pair) =>
        pair.Targets.Count == 0 ? [pair.BestTargetId] : pair.Targets.Select<PairTarget, string?>(t => t.CategoryId);

    private static ComplementRow Row(Pair pair, string? otherId, CategoryTree tree) =>
        new(pair.Id, otherId, otherId is null ? null : tree.Find(otherId)?.Path ?? otherId, pair.Text, pair.Score, pair.Support, pair.State);

    private static IReadOnlyList<ComplementRow> Order(IEnumerable<ComplementRow> rows) =>
        [.. rows.OrderByDescending(r => r.State == PairState.Approved).ThenByDescending(r => r.Score).ThenBy(r => r.PairId)];

    private static (string Id, string Name) FirstLevel(CategoryTree tree, string id)
    {
        var first = tree.Ancestors(id) is [var root, ..] ? root : tree.Find(id);
        return (first?.Id ?? id, first?.Name ?? id);
    }
}
