using LlmRec.Workbench.Runs;
using LlmRec.Workbench.Storage;
using LlmRec.Workbench.Titles.Answers;
using Microsoft.EntityFrameworkCore;

namespace LlmRec.Workbench.Titles;

/// <summary>
/// Stores the sentence of a run item. Equal sentences of one product share a row; the one given last is the product's newest. Storing an item again replaces its
/// earlier answer, so it may run twice; several items may share one context and its unsaved rows.
/// </summary>
public sealed class TitleStore(TimeProvider time)
{
    /// <summary>Adds to <paramref name="db"/> and leaves the saving to the caller.</summary>
    internal async Task StoreAsync(WorkbenchDbContext db, RunItem item, TitlePayload payload)
    {
        // A batch holds hundreds of tracked rows; looking for changes in all of them at every lookup would cost more than the writing.
        var detecting = db.ChangeTracker.AutoDetectChangesEnabled;
        db.ChangeTracker.AutoDetectChangesEnabled = false;
        try
        {
            await ForgetAsync(db, item);
            await ProposeAsync(db, item, payload);
        }
        finally
        {
            db.ChangeTracker.AutoDetectChangesEnabled = detecting;
        }
    }

    private async Task ProposeAsync(WorkbenchDbContext db, RunItem item, TitlePayload payload)
    {
        var itemId = payload.Subject.ItemId;
        await db.TitleNormalisations.Where(t => t.ItemId == itemId).LoadAsync();
        var rows = db.TitleNormalisations.Local.Where(t => t.ItemId == itemId).ToList();
        var key = TitleKey.Of(payload.Subject.Text.Title, payload.Sentence);
        var newest = rows.Find(t => t.Key == key) ?? Add(db, payload, key);
        foreach (var row in rows.Where(t => t.IsNewest))
        {
            row.IsNewest = row == newest;
        }

        Update(newest, payload);
        db.TitleAnswers.Add(new TitleAnswer { RunItemId = item.Id, RunId = item.RunId, Normalisation = newest });
    }

    private TitleNormalisation Add(WorkbenchDbContext db, TitlePayload payload, string key) => db.TitleNormalisations.Add(new TitleNormalisation
    {
        ItemId = payload.Subject.ItemId, CategoryId = payload.Subject.CategoryId, RawTitle = payload.Subject.Text.Title, Sentence = payload.Sentence, Key = key,
        Source = payload.Source, CreatedAt = time.GetUtcNow(),
    }).Entity;

    /// <summary>The checks may have changed since the sentence was first given; what a person has decided stands.</summary>
    private static void Update(TitleNormalisation row, TitlePayload payload)
    {
        row.IsNewest = true;
        row.Violations = string.Join(',', payload.Violations);
        row.Source = payload.Source == TitleSource.Model ? TitleSource.Model : row.Source;
        if (row.JudgmentId is null)
        {
            row.State = row.Unjudged;
        }

        if (payload.Measure is { } measure)
        {
            (row.ScorerName, row.RawPerplexity, row.Perplexity) = (measure.ScorerName, measure.RawPerToken, measure.SentencePerToken);
        }
    }

    private static async Task ForgetAsync(WorkbenchDbContext db, RunItem item)
    {
        if (db.TitleAnswers.Local.FindEntry(item.Id) is { State: EntityState.Added } unsaved)
        {
            unsaved.State = EntityState.Detached;
        }

        // Only an item that was stored before can have an answer; its sentence stays as one that was given once.
        if (item.FinishedAt is not null)
        {
            await db.TitleAnswers.Where(a => a.RunItemId == item.Id).ExecuteDeleteAsync();
        }
    }
}
