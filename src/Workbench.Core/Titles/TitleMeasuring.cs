using LlmRec.Workbench.Perplexity;
using LlmRec.Workbench.Storage;
using LlmRec.Workbench.Titles.Answers;
using Microsoft.EntityFrameworkCore;

namespace LlmRec.Workbench.Titles;

/// <summary>Measures the stored sentences that were stored while there was no language model. Figures that are there, of whichever model, stay.</summary>
public sealed class TitleMeasuring(IDbContextFactory<WorkbenchDbContext> contexts, StorageWriter writer, PerplexityScorers scorers)
{
    /// <summary>Rows that are read, measured and committed together; cancelling loses no more than these.</summary>
    internal const int RowsAtOnce = 500;

    /// <summary>The default KenLM model, which <see cref="FillAsync"/> measures with; null where there is none. Opens nothing. An endpoint costs money and is never asked.</summary>
    public string? Model => scorers.All.FirstOrDefault(s => s is { IsDefault: true, Available: true, Kind: ScorerKind.Kenlm })?.Name;

    /// <summary>How many sentences were measured; 0 without a KenLM model. May be cancelled and begun again at any time.</summary>
    public async Task<int> FillAsync(CancellationToken cancellationToken = default)
    {
        var measured = 0;
        var rows = Model is null ? [] : await NextAsync(0, cancellationToken);
        while (rows.Count > 0 && await scorers.GetDefaultAsync(cancellationToken) is KenlmScorer scorer)
        {
            var scores = await scorer.ScoreAsync([.. rows.SelectMany(row => new[] { row.RawTitle, row.Sentence })], cancellationToken: cancellationToken);
            var measures = rows.Select((row, i) => (row.Id, new TitleMeasure(scorer.Name, scores[2 * i], scores[(2 * i) + 1]))).ToList();
            await writer.WriteAsync(db => StoreAsync(db, measures), cancellationToken);
            measured += rows.Count;
            rows = await NextAsync(rows[^1].Id, cancellationToken);
        }

        return measured;
    }

    private async Task<List<Unmeasured>> NextAsync(long after, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await db.TitleNormalisations.Where(t => t.Id > after && t.ScorerName == null).OrderBy(t => t.Id).Take(RowsAtOnce)
            .Select(t => new Unmeasured(t.Id, t.RawTitle, t.Sentence)).ToListAsync(cancellationToken);
    }

    // Leaves the version alone: a figure is no judgment, and must not make one a conflict.
    private static async Task StoreAsync(WorkbenchDbContext db, List<(long Id, TitleMeasure Measure)> measures)
    {
        foreach (var (id, measure) in measures)
        {
            await db.TitleNormalisations.Where(t => t.Id == id && t.ScorerName == null).ExecuteUpdateAsync(set => set
                .SetProperty(t => t.ScorerName, measure.ScorerName)
                .SetProperty(t => t.RawPerplexity, measure.RawPerToken)
                .SetProperty(t => t.Perplexity, measure.SentencePerToken));
        }
    }

    private sealed record Unmeasured(long Id, string RawTitle, string Sentence);
}
