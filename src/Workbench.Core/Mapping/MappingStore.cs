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
        var byKey = results.GroupBy(r => TextKey.Normalize(r.Text)).ToDictionary(g => g.Key, g => g.First());
        var keys = byKey.Keys.ToList();
        var found = await db.Mappings.Include(m => m.Candidates.Where(c => c.Rank == 1)).Where(m => EF.Parameter(keys).Contains(m.Key)).ToDictionaryAsync(m => m.Key, cancellationToken);
        foreach (var added in db.Mappings.Local.Where(m => byKey.ContainsKey(m.Key)))
        {
            found.TryAdd(added.Key, added);
        }

        foreach (var (key, result) in byKey.Where(r => !found.ContainsKey(r.Key)))
        {
            var mapping = new Mapping { Key = key, Text = result.Text, Outcome = result.Outcome, Error = result.Error, MappedAt = time.GetUtcNow() };
            mapping.Candidates.AddRange(result.Candidates.Take(CandidatesKept).Select(Candidate));
            found.Add(key, db.Mappings.Add(mapping).Entity);
        }

        return found;
    }

    /// <summary>
    /// Maps the text of <paramref name="key"/> again, with the aliases that <paramref name="db"/> holds (saved or not), and copies the result to its
    /// waiting pairs. Leaves the saving to the caller. A key without a mapping is left alone.
    /// </summary>
    public async Task RemapAsync(WorkbenchDbContext db, string key, CancellationToken cancellationToken = default)
    {
        var mapping = await db.Mappings.Include(m => m.Candidates).SingleOrDefaultAsync(m => m.Key == key, cancellationToken);
        if (mapping is null)
        {
            return;
        }

        await db.Aliases.Where(a => a.Key == key).LoadAsync(cancellationToken);
        var aliases = db.Aliases.Local.Where(a => a.Key == key).ToList();
        var result = (await mapper.MapAsync([mapping.Text], CandidatesKept, MappingOptions.Default, aliases, cancellationToken))[0];
        Update(db, mapping, result);
        foreach (var pair in await db.Pairs.Where(p => p.MappingId == mapping.Id && p.State == PairState.Waiting).ToListAsync(cancellationToken))
        {
            Propose(pair, mapping);
        }
    }

    /// <summary>Copies the mapping's outcome and first candidate to a pair.</summary>
    internal static void Propose(Pair pair, Mapping mapping)
    {
        var best = mapping.Candidates.Find(c => c.Rank == 1);
        pair.Outcome = mapping.Outcome;
        pair.BestTargetId = best?.CategoryId;
        pair.Score = best?.Score ?? 0;
    }

    private void Update(WorkbenchDbContext db, Mapping mapping, MappingResult result)
    {
        mapping.Outcome = result.Outcome;
        mapping.Error = result.Error;
        mapping.MappedAt = time.GetUtcNow();
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

    private static MappingCandidate Candidate(ScoredCandidate scored, int index) => Candidate(scored, index, mappingId: 0);

    private static MappingCandidate Candidate(ScoredCandidate scored, int index, long mappingId) => new()
    {
        MappingId = mappingId, Rank = index + 1, CategoryId = scored.CategoryId, Score = scored.Score, Accepted = scored.Accepted,
        Exact = scored.Evidence.Exact, Alias = scored.Evidence.Alias, Lexical = scored.Evidence.Lexical, Query2Cate = scored.Evidence.Query2Cate,
        Titles = scored.Evidence.Titles, Embedding = scored.Evidence.Embedding, Choice = scored.Evidence.Choice,
    };
}
