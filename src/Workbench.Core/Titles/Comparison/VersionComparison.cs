using LlmRec.Workbench.Catalog;
using LlmRec.Workbench.Perplexity;

namespace LlmRec.Workbench.Titles.Comparison;

/// <summary>Compares two arms, mostly two versions of a prompt, on the products that both have answered.</summary>
public sealed class VersionComparison(ArmAnswers answers, TitleComparison titles, CatalogService catalog, ScoreCache scores)
{
    /// <summary>Texts scored per product.</summary>
    public const int TextsPerTitle = 2;

    /// <summary>How many products would be compared.</summary>
    public async Task<int> CountAsync(VersionRequest request, CancellationToken cancellationToken = default) =>
        (await answers.SelectPairsAsync(request, cancellationToken)).Drawn.Count;

    /// <summary>Long for many products: call it where nobody waits on the same thread.</summary>
    /// <param name="scorer">Null compares without perplexities.</param>
    public async Task<VersionResult> CompareAsync(
        VersionRequest request, IPerplexityScorer? scorer, IProgress<ComparisonProgress>? progress = null, CancellationToken cancellationToken = default)
    {
        var selection = await answers.SelectPairsAsync(request, cancellationToken);
        var tree = await catalog.GetTreeAsync(cancellationToken);
        var (first, second) = (new SideTally(), new SideTally());
        var rows = new List<ComparedVersions>(selection.Drawn.Count);
        var (done, changed) = (0, 0);
        progress?.Report(new ComparisonProgress(0, selection.Drawn.Count));
        foreach (var batch in selection.Drawn.Chunk(ArmAnswers.BatchSize))
        {
            var all = await PairAsync(batch, cancellationToken);
            var pairs = all.Where(pair => pair.First.Title.RawTitle == pair.Second.Title.RawTitle).ToList();
            changed += all.Count - pairs.Count;
            pairs.ForEach(pair => first.Add(pair.First));
            pairs.ForEach(pair => second.Add(pair.Second));
            rows.AddRange(await MeasureAsync(pairs, request, scorer, tree, cancellationToken));
            progress?.Report(new ComparisonProgress(done += batch.Length, selection.Drawn.Count));
        }

        var runs = (await titles.GetRunsAsync(cancellationToken)).ToDictionary(run => run.Id);
        return new VersionResult(
            request, scorer?.Name, selection.Population, selection.Without, changed, rows, first.Of(request.First, runs), second.Of(request.Second, runs),
            PairedFigures.Of(rows, row => row.First, row => row.Second, request.Seed, cancellationToken),
            PairedFigures.Groups(
                rows, row => (row.GroupId, tree.Find(row.GroupId)?.Path ?? row.GroupId), row => row.First, row => row.Second, request.Seed, cancellationToken));
    }

    /// <summary>The texts of the rows that are shown, in the order of the figures.</summary>
    public async Task<IReadOnlyList<VersionRow>> ReadAsync(IReadOnlyCollection<ComparedVersions> figures, CancellationToken cancellationToken = default)
    {
        var tree = await catalog.GetTreeAsync(cancellationToken);
        var read = await answers.ReadAsync(figures.SelectMany(row => (long[])[row.FirstItemId, row.SecondItemId]), cancellationToken);
        return [.. figures.Where(row => read.ContainsKey(row.FirstItemId) && read.ContainsKey(row.SecondItemId)).Select(row =>
        {
            var (first, second) = (read[row.FirstItemId], read[row.SecondItemId]);
            return new VersionRow(
                row, first.Title.ItemId, tree.Find(first.CategoryId)?.Path, first.Title.RawTitle, first.Title.Sentence, second.Title.Sentence,
                SideTally.ViolationsOf(first.Title), SideTally.ViolationsOf(second.Title));
        })];
    }

    private async Task<List<(ArmAnswer First, ArmAnswer Second)>> PairAsync((long First, long Second)[] batch, CancellationToken cancellationToken)
    {
        var read = await answers.ReadAsync(batch.SelectMany(pair => (long[])[pair.First, pair.Second]), cancellationToken);
        return [.. batch.Where(pair => read.ContainsKey(pair.First) && read.ContainsKey(pair.Second)).Select(pair => (read[pair.First], read[pair.Second]))];
    }

    private async Task<IEnumerable<ComparedVersions>> MeasureAsync(
        List<(ArmAnswer First, ArmAnswer Second)> pairs, VersionRequest request, IPerplexityScorer? scorer, CategoryTree tree, CancellationToken cancellationToken)
    {
        string[] texts = [.. pairs.Select(pair => pair.First.Title.Sentence), .. pairs.Select(pair => pair.Second.Title.Sentence)];
        var scored = scorer is null ? [] : await scores.ScoreAsync(scorer, [.. texts.Select(request.Measure.TextOf)], cancellationToken);
        double Figure(int i) => request.Measure.Of(scored.Count == 0 ? null : scored[i]);
        return pairs.Select((pair, i) => new ComparedVersions(
            pair.First.Item.Id, pair.Second.Item.Id, TitleComparison.GroupOf(tree, pair.First.CategoryId, request.CategoryId),
            Figure(i), Figure(pairs.Count + i), pair.First.Title.Sentence == pair.Second.Title.Sentence));
    }
}
