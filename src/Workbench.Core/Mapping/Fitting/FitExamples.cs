using LlmRec.Workbench.Catalog;
using LlmRec.Workbench.Complements;
using LlmRec.Workbench.Mapping.Fusion;
using LlmRec.Workbench.Review;
using LlmRec.Workbench.Storage;
using Microsoft.EntityFrameworkCore;

namespace LlmRec.Workbench.Mapping.Fitting;

/// <summary>
/// Judgments as labelled examples. An approval says which candidates are right, "no category" that none is. A rejected pair says nothing about its mapping, and a bulk
/// approval was never looked at one by one: both are left out. A text counts once, however often it was judged; judgments that differ share its weight.
/// </summary>
internal sealed class FitExamples(IDbContextFactory<WorkbenchDbContext> contexts, CatalogService catalog, CategoryMapper mapper)
{
    /// <summary>More candidates than this say nothing new.</summary>
    private const int Candidates = 60;
    private const int Chunk = 500;

    public async Task<IReadOnlyList<JudgedText>> ReadAsync(MappingOptions options, IProgress<RemapProgress>? progress, CancellationToken cancellationToken)
    {
        var texts = (await VariantsAsync(cancellationToken)).GroupBy(v => v.Key).OrderBy(g => g.Key, StringComparer.Ordinal)
            .Select(g => g.GroupBy(v => v.Signature).OrderByDescending(same => same.Count()).Select(same => (Variant: same.First(), Weight: (double)same.Count() / g.Count())).ToList())
            .ToList();
        var examples = new List<FusionExample>[texts.Count];
        for (var round = 0; round < texts.Select(t => t.Count).DefaultIfEmpty(0).Max(); round++)
        {
            foreach (var chunk in texts.Index().Where(t => t.Item.Count > round).Chunk(Chunk))
            {
                progress?.Report(new RemapProgress(chunk[0].Index, texts.Count));
                var variants = chunk.Select(t => t.Item[round]).ToList();
                foreach (var ((index, _), example) in chunk.Zip(await ExamplesAsync(variants, options, cancellationToken)))
                {
                    examples[index] ??= [];
                    if (example is not null)
                    {
                        examples[index].Add(example);
                    }
                }
            }
        }

        return [.. texts.Zip(examples).Where(t => t.Second.Count > 0).Select(t => new JudgedText(t.First[0].Variant.Key, t.Second))];
    }

    /// <summary>Null for a text that could not be mapped: an evidence source failed, which says nothing about the others.</summary>
    private async Task<IEnumerable<FusionExample?>> ExamplesAsync(
        IReadOnlyList<(JudgedVariant Variant, double Weight)> variants, MappingOptions options, CancellationToken cancellationToken)
    {
        var keys = variants.Select(v => v.Variant.Key).ToList();
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var known = await KnownTexts.ReadAsync(db, keys, options, cancellationToken) with { Aliases = [.. variants.SelectMany(v => v.Variant.OtherAliases)] };
        var results = await mapper.MapAsync([.. variants.Select(v => v.Variant.Text)], Candidates, options, known, cancellationToken);
        return variants.Zip(results).Select(v => v.Second.Outcome == MappingOutcome.Failed ? null : new FusionExample(
            [.. v.Second.Candidates.Select(c => c.Evidence)],
            v.Second.Candidates.Index().Where(c => v.First.Variant.Targets.Contains(c.Item.CategoryId)).Select(c => c.Index).ToHashSet(),
            v.First.Weight));
    }

    private async Task<List<JudgedVariant>> VariantsAsync(CancellationToken cancellationToken)
    {
        var tree = await catalog.GetTreeAsync(cancellationToken);
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var judged = await (
            from pair in db.Pairs.AsNoTracking()
            join judgment in db.Judgments on pair.JudgmentId equals judgment.Id
            join batch in db.JudgmentBatches on judgment.BatchId equals batch.Id
            where (pair.State == PairState.Approved || pair.State == PairState.NoCategory)
                && batch.Kind != BatchKind.Accept && (batch.Kind != BatchKind.Redo || batch.Count == 1)
            orderby judgment.Id descending
            select new { judgment.Id, pair.State, pair.Mapping!.Key, pair.Mapping.Text, judgment.TargetIds }).ToListAsync(cancellationToken);
        var keys = judged.Select(j => j.Key).ToHashSet();
        var aliases = (await db.Aliases.AsNoTracking().ToListAsync(cancellationToken)).Where(a => keys.Contains(a.Key)).ToLookup(a => a.Key);
        return
        [
            .. from row in judged
            let targets = Judgment.Split(row.TargetIds).Where(id => tree.Find(id) is { RetiredAt: null }).ToList()

            // What was approved for a category that has left the tree says nothing about those that are left.
            where row.State == PairState.NoCategory || targets.Count > 0
            select new JudgedVariant(row.Key, row.Text, targets, [.. aliases[row.Key].Where(a => a.JudgmentId != row.Id)]),
        ];
    }
}
