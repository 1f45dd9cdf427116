using LlmRec.Workbench.Runs;
using LlmRec.Workbench.Storage;
using Microsoft.EntityFrameworkCore;

namespace LlmRec.Workbench.Mapping.Choices;

/// <summary>Stores what a model picked and maps the text again with it. Storing an item again replaces its earlier choice.</summary>
public sealed class ChoiceStore(MappingStore mappings, TimeProvider time)
{
    /// <summary>Adds to <paramref name="db"/> and leaves the saving to the caller.</summary>
    internal async Task StoreAsync(WorkbenchDbContext db, RunItem item, ChoicePayload choice)
    {
        var earlier = item.FinishedAt is null ? 0 : await db.MappingChoices.Where(c => c.RunItemId == item.Id).ExecuteDeleteAsync();
        if (choice.Picked is null && earlier == 0)
        {
            return;
        }

        var key = await db.Mappings.Where(m => m.Id == choice.Subject.MappingId).Select(m => m.Key).SingleOrDefaultAsync();
        if (key is null)
        {
            return;
        }

        if (choice.Picked is { } picked)
        {
            var model = await db.Runs.Where(r => r.Id == item.RunId).Select(r => r.ModelProfile).SingleAsync();
            db.MappingChoices.AddRange(picked.DefaultIfEmpty<string?>(null).Select(id => new MappingChoice
            {
                Key = key, CategoryId = id, Offered = string.Join(ChoiceSubject.Separator, choice.Subject.Offered), RunId = item.RunId, RunItemId = item.Id,
                Model = model, At = time.GetUtcNow(),
            }));
        }

        await mappings.RemapAsync(db, [key]);
    }
}
