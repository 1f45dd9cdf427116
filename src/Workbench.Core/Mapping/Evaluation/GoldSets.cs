using LlmRec.Workbench.Security;
using LlmRec.Workbench.Storage;
using Microsoft.EntityFrameworkCore;

namespace LlmRec.Workbench.Mapping.Evaluation;

/// <summary>Keeps the named gold sets that people upload.</summary>
public sealed class GoldSets(IDbContextFactory<WorkbenchDbContext> contexts, TimeProvider time)
{
    public const int LongestName = 80;

    /// <summary>The newest first.</summary>
    public async Task<IReadOnlyList<GoldSetSummary>> ListAsync(CancellationToken cancellationToken = default)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await db.GoldSets.OrderByDescending(s => s.Id).Select(s => new GoldSetSummary(s.Id, s.Name, s.By, s.At, s.Rows.Count)).ToListAsync(cancellationToken);
    }

    /// <summary>Stores names that a file was read into, and returns the set's ID.</summary>
    /// <exception cref="ArgumentException">There is no name for the set, or no name in it.</exception>
    public async Task<int> AddAsync(Caller caller, string name, IReadOnlyList<GoldName> names, CancellationToken cancellationToken = default)
    {
        caller.Demand(Policies.Measure);
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        ArgumentOutOfRangeException.ThrowIfZero(names.Count);
        var title = name.Trim();
        var set = new GoldSet { Name = title.Length > LongestName ? title[..LongestName] : title, By = caller.Name, At = time.GetUtcNow() };
        set.Rows.AddRange(names.Select((n, i) => new GoldRow { Number = i + 1, Name = n.Name, CategoryIds = string.Join('|', n.CategoryIds), Stratum = n.Stratum }));
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        db.Add(set);
        await db.SaveChangesAsync(cancellationToken);
        return set.Id;
    }

    /// <summary>Null when there is no such set.</summary>
    public async Task<GoldMaterial?> ReadAsync(int id, CancellationToken cancellationToken = default)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var set = await db.GoldSets.AsNoTracking().Include(s => s.Rows.OrderBy(r => r.Number)).SingleOrDefaultAsync(s => s.Id == id, cancellationToken);
        return set is null ? null : new GoldMaterial(set.Name, [.. set.Rows.Select(GoldName.Of)]);
    }

    /// <summary>Deletes a set and returns it, so that it can be brought back; its evaluations stay. Null when there is no such set.</summary>
    public async Task<DeletedGoldSet?> DeleteAsync(Caller caller, int id, CancellationToken cancellationToken = default)
    {
        caller.Demand(Policies.Measure);
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        if (await db.GoldSets.AsNoTracking().Include(s => s.Rows).SingleOrDefaultAsync(s => s.Id == id, cancellationToken) is not { } set)
        {
            return null;
        }

        var evaluations = await db.MappingEvaluations.Where(e => e.GoldSetId == id).Select(e => e.Id).ToListAsync(cancellationToken);
        await db.GoldSets.Where(s => s.Id == id).ExecuteDeleteAsync(cancellationToken);
        return new DeletedGoldSet(set, evaluations);
    }

    /// <summary>Takes a deletion back: the set has its number, rows and evaluations again.</summary>
    public async Task RestoreAsync(Caller caller, DeletedGoldSet deleted, CancellationToken cancellationToken = default)
    {
        caller.Demand(Policies.Measure);
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        db.Add(deleted.Set);
        await db.SaveChangesAsync(cancellationToken);
        await db.MappingEvaluations.Where(e => EF.Parameter(deleted.Evaluations).Contains(e.Id))
            .ExecuteUpdateAsync(e => e.SetProperty(x => x.GoldSetId, deleted.Set.Id), cancellationToken);
    }
}

/// <summary>A gold set as lists show it.</summary>
/// <param name="Names">How many names it holds.</param>
public sealed record GoldSetSummary(int Id, string Name, string By, DateTimeOffset At, int Names);

/// <summary>A gold set that was deleted, with all that is needed to bring it back.</summary>
/// <param name="Evaluations">Evaluations that were made with it.</param>
public sealed record DeletedGoldSet(GoldSet Set, IReadOnlyList<int> Evaluations);
