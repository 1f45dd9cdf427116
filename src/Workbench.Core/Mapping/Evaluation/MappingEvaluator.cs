using LlmRec.Workbench.Catalog;

namespace LlmRec.Workbench.Mapping.Evaluation;

/// <summary>Maps gold names and counts. The same names, tree and options give the same report.</summary>
public sealed class MappingEvaluator(CategoryMapper mapper, CatalogService catalog)
{
    /// <summary>Names mapped between two looks at progress and cancellation.</summary>
    private const int Chunk = 500;

    /// <param name="gold">At least one name.</param>
    /// <param name="a">The setting that the ablation is about, too.</param>
    /// <param name="b">A second setting over the same names; null for none.</param>
    /// <param name="ablation">Whether to measure each evidence source of <paramref name="a"/> alone and left out.</param>
    /// <exception cref="InvalidOperationException">There is no tree to map to, or no name to map.</exception>
    public async Task<EvaluationReport> EvaluateAsync(
        GoldMaterial gold, MeasuredOptions a, MeasuredOptions? b, bool ablation, IProgress<EvaluationProgress>? progress = null, CancellationToken cancellationToken = default)
    {
        var facts = await FactsAsync(gold, cancellationToken);
        var runs = 1 + (b is null ? 0 : 1) + (ablation ? 2 * Enum.GetValues<EvidenceKind>().Length : 0);
        var measuring = new Measuring(mapper, gold, new Count(progress, runs * gold.Names.Count), cancellationToken);
        var first = await measuring.MapAsync(a.Options);
        var second = b is null ? null : await measuring.MapAsync(b.Options);
        var rows = ablation ? await new Ablation(measuring, first).MeasureAsync(a.Options) : [];
        var failed = first.Zip(second ?? first).Count(p => p.First.Outcome == MappingOutcome.Failed || p.Second.Outcome == MappingOutcome.Failed);
        return new EvaluationReport(
            facts with { Failed = failed }, SettingReport.Of(a.Label, first), second is null ? null : SettingReport.Of(b!.Label, second),
            second is null ? null : SettingsComparison.Of(first, second), rows);
    }

    private async Task<GoldFacts> FactsAsync(GoldMaterial gold, CancellationToken cancellationToken)
    {
        var tree = await catalog.GetTreeAsync(cancellationToken);
        if (tree.All.Count == 0)
        {
            throw new InvalidOperationException("The database holds no categories to map to. Import some first: import categories FILE.");
        }

        if (gold.Names.Count == 0)
        {
            throw new InvalidOperationException($"'{gold.Title}' holds no name to measure with.");
        }

        var unknown = gold.Names.SelectMany(n => n.CategoryIds).Distinct().Where(id => tree.Find(id) is null).ToHashSet();
        return new GoldFacts(
            gold.Names.Count, gold.Names.Count(n => !n.HasCategory), unknown.Count, gold.Names.Count(n => n.HasCategory && n.CategoryIds.All(unknown.Contains)),
            tree.All.Count, gold.FromJudgments, gold.LeftOut);
    }

    /// <summary>One gold set, mapped as often as an evaluation needs.</summary>
    internal sealed class Measuring(CategoryMapper mapper, GoldMaterial gold, Count count, CancellationToken cancellationToken)
    {
        public bool FromJudgments => gold.FromJudgments;

        /// <summary>One verdict per gold name, in their order. Aliases that come from the names' own judgments are not asked.</summary>
        public async Task<IReadOnlyList<NameVerdict>> MapAsync(MappingOptions options)
        {
            var honest = gold.FromJudgments ? options with { Sources = options.Sources.Where(s => s != EvidenceKind.Alias).ToHashSet() } : options;
            var verdicts = new List<NameVerdict>(gold.Names.Count);
            foreach (var chunk in gold.Names.Chunk(Chunk))
            {
                cancellationToken.ThrowIfCancellationRequested();
                var results = await mapper.MapAsync([.. chunk.Select(n => n.Name)], NameVerdict.Depth, honest, cancellationToken);
                verdicts.AddRange(chunk.Zip(results, NameVerdict.Of));
                count.Add(chunk.Length);
            }

            return verdicts;
        }

        /// <summary>A run that need not be made counts as made.</summary>
        public void Skip(int runs) => count.Add(runs * gold.Names.Count);
    }

    internal sealed class Count(IProgress<EvaluationProgress>? progress, int total)
    {
        private int _done;

        public void Add(int names) => progress?.Report(new EvaluationProgress(_done += names, total));
    }
}
