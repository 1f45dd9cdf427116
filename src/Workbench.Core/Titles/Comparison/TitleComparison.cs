using LlmRec.Workbench.Catalog;
using LlmRec.Workbench.Perplexity;
using LlmRec.Workbench.Runs;
using LlmRec.Workbench.Storage;
using LlmRec.Workbench.Titles.Baseline;
using Microsoft.EntityFrameworkCore;

namespace LlmRec.Workbench.Titles.Comparison;

/// <summary>Compares raw titles, normalised titles and the rule baseline by what a language model says of them.</summary>
public sealed class TitleComparison(
    IDbContextFactory<WorkbenchDbContext> databases, ArmAnswers answers, CatalogService catalog, BaselineService baselines, ScoreCache scores)
{
    /// <summary>Texts scored per product: raw, normalised, baseline.</summary>
    public const int TextsPerTitle = 3;

    public async Task<TitleTotals> CountAsync(CancellationToken cancellationToken = default)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        return new TitleTotals(await db.TitleNormalisations.CountAsync(title => title.IsNewest, cancellationToken), await db.Items.CountAsync(cancellationToken));
    }

    /// <summary>The runs that gave titles, newest first: what arms can be made of.</summary>
    public async Task<IReadOnlyList<Run>> GetRunsAsync(CancellationToken cancellationToken = default)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        return await db.Runs.AsNoTracking().Where(r => db.TitleAnswers.Any(a => a.RunId == r.Id)).OrderByDescending(r => r.Id).ToListAsync(cancellationToken);
    }

    /// <summary>How many products would be compared.</summary>
    public async Task<int> CountAsync(ComparisonRequest request, CancellationToken cancellationToken = default) =>
        (await answers.SelectAsync(request, cancellationToken)).Drawn.Count;

    /// <summary>Long for many products: call it where nobody waits on the same thread.</summary>
    /// <param name="scorer">Null compares without perplexities.</param>
    public async Task<ComparisonResult> CompareAsync(
        ComparisonRequest request, IPerplexityScorer? scorer, IProgress<ComparisonProgress>? progress = null, CancellationToken cancellationToken = default)
    {
        var selection = await answers.SelectAsync(request, cancellationToken);
        var tree = await catalog.GetTreeAsync(cancellationToken);
        var baseline = await baselines.GetAsync(cancellationToken);
        var rows = new List<ComparedTitle>(selection.Drawn.Count);
        var costs = new CostTally();
        progress?.Report(new ComparisonProgress(0, selection.Drawn.Count));
        foreach (var batch in selection.Drawn.Chunk(ArmAnswers.BatchSize))
        {
            var read = await answers.ReadAsync(batch, cancellationToken);
            var found = batch.Where(read.ContainsKey).Select(id => read[id]).ToList();
            rows.AddRange(await MeasureAsync(found, request, scorer, text => baseline.Normalise(text).Sentence, tree, cancellationToken));
            found.ForEach(answer => costs.Add(answer.Item));
            progress?.Report(new ComparisonProgress(rows.Count, selection.Drawn.Count));
        }

        var runs = (await GetRunsAsync(cancellationToken)).ToDictionary(run => run.Id);
        return new ComparisonResult(
            request, scorer?.Name, selection.Population, selection.Without, rows,
            Summarise(rows, request.Seed, cancellationToken), Groups(rows, runs, tree, request.Seed, cancellationToken), costs.Of(runs));
    }

    private async Task<IEnumerable<ComparedTitle>> MeasureAsync(
        List<ArmAnswer> found, ComparisonRequest request, IPerplexityScorer? scorer, Func<TitleText, string> rule, CategoryTree tree, CancellationToken cancellationToken)
    {
        List<string> texts = [];
        if (scorer is not null)
        {
            texts.AddRange(found.Select(answer => answer.Title.RawTitle));
            texts.AddRange(found.Select(answer => request.Measure.TextOf(answer.Title.Sentence)));
            texts.AddRange(found.Select(answer => request.Measure.TextOf(rule(answer.Text))));
        }

        var scored = scorer is null ? [] : await scores.ScoreAsync(scorer, texts, cancellationToken);
        double Figure(int part, int i) => request.Measure.Of(scored.Count == 0 ? null : scored[(part * found.Count) + i]);
        return found.Select((answer, i) => new ComparedTitle(
            answer.Item.Id, answer.Title.Id, answer.Item.RunId, GroupOf(tree, answer.CategoryId, request.CategoryId), Figure(0, i), Figure(1, i), Figure(2, i)));
    }

    private static ComparisonSummary Summarise(List<ComparedTitle> rows, int seed, CancellationToken cancellationToken) => new(
        PairedFigures.Of(rows, r => r.Raw, r => r.Sentence, seed, cancellationToken),
        PairedFigures.Of(rows, r => r.Raw, r => r.Baseline, seed, cancellationToken),
        PairedFigures.Of(rows, r => r.Baseline, r => r.Sentence, seed, cancellationToken));

    private static ComparisonGroups Groups(List<ComparedTitle> rows, Dictionary<int, Run> runs, CategoryTree tree, int seed, CancellationToken cancellationToken)
    {
        IReadOnlyList<ComparisonGroup> By(Func<ComparedTitle, (string, string)> key) =>
            PairedFigures.Groups(rows, key, r => r.Raw, r => r.Sentence, seed, cancellationToken);
        string Name(TitleArm arm) => arm.Model ?? $"{arm.Prompt}@{arm.Version}";
        (string, string) Arm(TitleArm arm) => (arm.ToString(), Name(arm));
        return new ComparisonGroups(
            By(row => (row.GroupId, tree.Find(row.GroupId)?.Path ?? row.GroupId)),
            By(row => Arm(new TitleArm { Prompt = runs[row.RunId].PromptName, Version = runs[row.RunId].PromptVersionNumber })),
            By(row => Arm(new TitleArm { Model = runs[row.RunId].Model })));
    }

    /// <summary>The ancestor right below the compared category, the category itself where there is none.</summary>
    internal static string GroupOf(CategoryTree tree, string categoryId, string? scopeId)
    {
        var way = tree.Ancestors(categoryId).Select(c => c.Id).Append(categoryId).ToList();
        var below = scopeId is null ? 0 : way.IndexOf(scopeId) + 1;
        return way[Math.Min(below, way.Count - 1)];
    }
}
