using LlmRec.Workbench.Complements;
using LlmRec.Workbench.Mapping;
using LlmRec.Workbench.Storage;
using LlmRec.Workbench.Titles;
using Microsoft.EntityFrameworkCore;

namespace LlmRec.Workbench.Review;

/// <summary>
/// Makes judgments stand or fall inside the caller's transaction: the state, the pair's targets or the title's text, and the aliases that corrections
/// of pairs teach. Aliases live exactly as long as their judgment stands.
/// </summary>
internal sealed class StandingWriter(WorkbenchDbContext db, MappingStore mappings)
{
    private readonly HashSet<string> _changedKeys = [];

    /// <summary>Each subject says from now on what its judgment says; null makes it what it was before anybody judged.</summary>
    public async Task ApplyAsync(IReadOnlyList<Change> changes, CancellationToken cancellationToken)
    {
        await ApplyToPairsAsync([.. changes.Where(c => c.Subject is PairSubject).Select(c => (((PairSubject)c.Subject).Pair, c.Judgment))], cancellationToken);
        foreach (var (subject, judgment) in changes)
        {
            if (subject is TitleSubject { Title: var title })
            {
                Project(title, judgment);
            }
        }
    }

    /// <summary>Saves, after mapping again every text whose aliases changed.</summary>
    public async Task SaveAsync(CancellationToken cancellationToken)
    {
        await db.SaveChangesAsync(cancellationToken);
        await mappings.RemapAsync(db, _changedKeys, cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
    }

    private async Task ApplyToPairsAsync(IReadOnlyList<(Pair Pair, Judgment? Judgment)> changes, CancellationToken cancellationToken)
    {
        if (changes.Count == 0)
        {
            return;
        }

        await ForgetAliasesAsync([.. changes.Select(c => c.Pair.JudgmentId).OfType<long>()], cancellationToken);
        var mappingIds = changes.Where(c => c.Judgment is null or { IsCorrection: true }).Select(c => c.Pair.MappingId).Distinct().ToList();
        var mappingsById = await db.Mappings.AsNoTracking().Include(m => m.Candidates.Where(c => c.Rank == 1 || c.Exact >= CandidateEvidence.WholeName))
            .Where(m => EF.Parameter(mappingIds).Contains(m.Id)).ToDictionaryAsync(m => m.Id, cancellationToken);
        foreach (var (pair, judgment) in changes)
        {
            Project(pair, judgment);
            if (judgment is null)
            {
                // While the pair was judged, new mappings of its text passed it by; now that it waits again it must show the newest.
                MappingStore.Propose(pair, mappingsById[pair.MappingId]);
            }
            else if (judgment.IsCorrection && !IsCategoryName(mappingsById[pair.MappingId]))
            {
                LearnAliases(mappingsById[pair.MappingId], judgment);
            }
        }
    }

    private static void Project(TitleNormalisation title, Judgment? judgment)
    {
        title.State = judgment?.Decision switch
        {
            Decision.Approve => TitleState.Approved,
            Decision.Reject => TitleState.Rejected,
            Decision.Repair => TitleState.Repair,
            _ => title.Unjudged,
        };
        title.JudgmentId = judgment?.Id;
        title.ApprovedText = judgment?.Text ?? "";
        title.Version++;
    }

    private static void Project(Pair pair, Judgment? judgment)
    {
        pair.State = judgment?.Decision switch
        {
            Decision.Approve => PairState.Approved,
            Decision.Reject => PairState.Rejected,
            Decision.NoCategory => PairState.NoCategory,
            _ => PairState.Waiting,
        };
        pair.JudgmentId = judgment?.Id;
        pair.Version++;
        var targets = judgment?.Targets() ?? [];
        pair.Targets.RemoveAll(t => !targets.Contains(t.CategoryId));
        pair.Targets.AddRange(targets.Except(pair.Targets.Select(t => t.CategoryId))
            .Select(id => new PairTarget { PairId = pair.Id, CategoryId = id }).ToList());
    }

    private async Task ForgetAliasesAsync(List<long> judgmentIds, CancellationToken cancellationToken)
    {
        var aliases = await db.Aliases.Where(a => EF.Parameter(judgmentIds).Contains(a.JudgmentId)).ToListAsync(cancellationToken);
        db.Aliases.RemoveRange(aliases);
        _changedKeys.UnionWith(aliases.Select(a => a.Key));
    }

    // Where the text is a category's very name, a correction says which of several namesakes fits this source. As an alias it would decide for every source.
    private static bool IsCategoryName(Mapping.Mapping mapping) => mapping.Candidates.Exists(c => c.Exact >= CandidateEvidence.WholeName);

    private void LearnAliases(Mapping.Mapping mapping, Judgment judgment)
    {
        db.Aliases.AddRange(judgment.Targets().Select(id => new Alias
        {
            Key = mapping.Key,
            Text = mapping.Text,
            CategoryId = id,
            JudgmentId = judgment.Id,
            By = judgment.By,
            At = judgment.At,
        }));
        _changedKeys.Add(mapping.Key);
    }

    /// <summary>A subject and what is to hold for it.</summary>
    public sealed record Change(Subject Subject, Judgment? Judgment);
}
