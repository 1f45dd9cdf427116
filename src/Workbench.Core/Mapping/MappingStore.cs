using LlmRec.Workbench.Complements;
using LlmRec.Workbench.Storage;
using Microsoft.EntityFrameworkCore;

namespace LlmRec.Workbench.Mapping;

/// <summary>Keeps the mappings of texts in the database: one row for all texts that are equal after normalisation.</summary>
public sealed class MappingStore(CategoryMapper mapper, TimeProvider time)
{
    /// <summary>Candidates kept for each text.</summary>
    public const int CandidatesKept = 10;

    /// <summary>
    /// The tracked mapping of each result's key; a text that is new is added to <paramref name="db"/>, one that is known stays as it is.
    /// Mappings that the context holds but has not saved yet are found too.
    /// </summary>
    public async Task<IReadOnlyDictionary<string, Mapping>> GetOrAddAsync(
        WorkbenchDbContext db, IReadOnlyList<MappingResult> results, CancellationToken cancellationToken = default)
    {
        var byKey = results.GroupBy(r => TextKey.Normalize(r.Text)).ToDictionary(g => g.Key, Clearest);
        var keys = byKey.Keys.ToList();
        var found = await db.Mappings.Include(m => m.Candidates.Where(c => c.Rank == 1)).Where(m => EF.Parameter(keys).Contains(m.Key)).ToDictionaryAsync(m => m.Key, cancellationToken);
        foreach (var added in db.Mappings.Local.Where(m => byKey.ContainsKey(m.Key)))
        {
            found.TryAdd(added.Key, added);
        }

        foreach (var (key, result) in byKey.Where(r => !found.ContainsKey(r.Key)))
        {
            var mapping = new Mapping
            {
                Key = key, Text = result.Text, Outcome = result.Outcome, Error = result.Error, MappedAt = time.GetUtcNow(), SettingsId = result.SettingsId,
            };
            mapping.Candidates.AddRange(result.Candidates.Take(CandidatesKept).Select(Candidate));
            found.Add(key, db.Mappings.Add(mapping).Entity);
        }

        return found;
    }

    /// <summary>
    /// Maps the texts of <paramref name="keys"/> again with the options in force and the aliases and choices that <paramref name="db"/> holds (saved or not), and
    /// copies the results to their waiting pairs. Leaves the saving to the caller. A key without a mapping is left alone; what people have decided stays as it is.
    /// </summary>
    public async Task RemapAsync(WorkbenchDbContext db, IReadOnlyCollection<string> keys, CancellationToken cancellationToken = default)
    {
        var stored = await db.Mappings.Include(m => m.Candidates).Where(m => EF.Parameter(keys).Contains(m.Key)).ToListAsync(cancellationToken);
        if (stored.Count == 0)
        {
            return;
        }

        var known = await KnownTexts.ReadTrackedAsync(db, keys, cancellationToken);
        var results = await mapper.MapAsync([.. stored.Select(m => m.Text)], CandidatesKept, known, cancellationToken);
        await ReplaceAsync(db, [.. stored.Zip(results)], cancellationToken);
    }

    /// <summary>
    /// Stores new results of texts that were mapped when <paramref name="results"/> says so, and copies them to their waiting pairs. A text that somebody has
    /// mapped since is left alone: that was done with newer aliases. Leaves the saving to the caller.
    /// </summary>
    internal async Task ReplaceAsync(
        WorkbenchDbContext db, IReadOnlyDictionary<long, (DateTimeOffset MappedAt, MappingResult Result)> results, CancellationToken cancellationToken)
    {
        var ids = results.Keys.ToList();
        var stored = await db.Mappings.Include(m => m.Candidates).Where(m => EF.Parameter(ids).Contains(m.Id)).ToListAsync(cancellationToken);
        await ReplaceAsync(db, [.. stored.Where(m => m.MappedAt == results[m.Id].MappedAt).Select(m => (m, results[m.Id].Result))], cancellationToken);
    }

    /// <summary>Copies the mapping's outcome and first candidate to a pair.</summary>
    internal static void Propose(Pair pair, Mapping mapping)
    {
        var best = mapping.Candidates.Find(c => c.Rank == 1);
        pair.Outcome = mapping.Outcome;
        pair.BestTargetId = best?.CategoryId;
        pair.Score = best?.Score ?? 0;
    }

    private async Task ReplaceAsync(WorkbenchDbContext db, IReadOnlyList<(Mapping Mapping, MappingResult Result)> results, CancellationToken cancellationToken)
    {
        foreach (var (mapping, result) in results)
        {
            Update(db, mapping, result);
        }

        var byId = results.ToDictionary(r => r.Mapping.Id, r => r.Mapping);
        var ids = byId.Keys.ToList();
        foreach (var pair in await db.Pairs.Where(p => EF.Parameter(ids).Contains(p.MappingId) && p.State == PairState.Waiting).ToListAsync(cancellationToken))
        {
            Propose(pair, byId[pair.MappingId]);
        }
    }

    private void Update(WorkbenchDbContext db, Mapping mapping, MappingResult result)
    {
        mapping.Outcome = result.Outcome;
        mapping.Error = result.Error;
        mapping.MappedAt = time.GetUtcNow();
        mapping.SettingsId = result.SettingsId;
        var stored = mapping.Candidates.ToDictionary(c => c.Rank);
        foreach (var (index, scored) in result.Candidates.Index())
        {
            if (stored.Remove(index + 1, out var candidate))
            {
                db.Entry(candidate).CurrentValues.SetValues(Candidate(scored, index, mapping.Id));
            }
            else
            {
                mapping.Candidates.Add(Candidate(scored, index, mapping.Id));
            }
        }

        mapping.Candidates.RemoveAll(c => stored.ContainsKey(c.Rank));
    }

    // Equal keys may be read differently: 手套（大号） is a 手套, and 手套大号 may be a 大号. What is stored must not depend on which came first.
    private static MappingResult Clearest(IEnumerable<MappingResult> equal) => equal
        .OrderByDescending(r => r.Candidates.Count == 0 ? 0 : r.Candidates[0].Score).ThenBy(r => r.Text.Length).ThenBy(r => r.Text, StringComparer.Ordinal).First();

    private static MappingCandidate Candidate(ScoredCandidate scored, int index) => Candidate(scored, index, mappingId: 0);

    private static MappingCandidate Candidate(ScoredCandidate scored, int index, long mappingId) => new()
    {
        MappingId = mappingId, Rank = index + 1, CategoryId = scored.CategoryId, Score = scored.Score, Accepted = scored.Accepted,
        Exact = scored.Evidence.Exact, Alias = scored.Evidence.Alias, Lexical = scored.Evidence.Lexical, Query2Cate = scored.Evidence.Query2Cate,
        Titles = scored.Evidence.Titles, Embedding = scored.Evidence.Embedding, Choice = scored.Evidence.Choice,
    };
}
