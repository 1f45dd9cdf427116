using LlmRec.Workbench.Catalog;
using LlmRec.Workbench.Perplexity;
using LlmRec.Workbench.Titles.Baseline;
using LlmRec.Workbench.Titles.Checks;

namespace LlmRec.Workbench.Titles.Comparison;

/// <summary>Reads the texts of the rows that are shown.</summary>
public sealed class TitleRows(ArmAnswers answers, CatalogService catalog, BaselineService baselines, ScoreCache scores)
{
    /// <summary>In the order of the figures; a title that has been deleted meanwhile is missing.</summary>
    public async Task<IReadOnlyList<ComparedRow>> ReadAsync(IReadOnlyCollection<ComparedTitle> figures, CancellationToken cancellationToken = default)
    {
        var tree = await catalog.GetTreeAsync(cancellationToken);
        var baseline = await baselines.GetAsync(cancellationToken);
        var read = await answers.ReadAsync(figures.Select(row => row.RunItemId), cancellationToken);
        return [.. figures.Where(row => read.ContainsKey(row.RunItemId)).Select(row => Row(row, read[row.RunItemId], baseline, tree))];
    }

    /// <summary>All measures of one row's texts: raw, normalised, normalised without its opening, baseline, baseline without its opening.</summary>
    public async Task<IReadOnlyList<TextScore?>> ScoreAsync(ComparedRow row, IPerplexityScorer scorer, CancellationToken cancellationToken = default)
    {
        var cut = new PerplexityMeasure(WithoutOpening: true);
        return await scores.ScoreAsync(scorer, [row.RawTitle, row.Sentence, cut.TextOf(row.Sentence), row.Baseline, cut.TextOf(row.Baseline)], cancellationToken);
    }

    private static ComparedRow Row(ComparedTitle figures, ArmAnswer answer, BaselineNormaliser baseline, CategoryTree tree) => new(
        figures, answer.Title.ItemId, tree.Find(answer.CategoryId)?.Path, answer.Title.RawTitle, answer.Title.Sentence, baseline.Normalise(answer.Text).Sentence,
        TitleMarks.Of(answer.Text, answer.Title.Sentence))
    {
        State = answer.Title.State,
        Violations = SideTally.ViolationsOf(answer.Title),
    };
}
