using LlmRec.Workbench.Catalog;
using LlmRec.Workbench.Review;
using LlmRec.Workbench.Runs;
using LlmRec.Workbench.Storage;
using Microsoft.EntityFrameworkCore;

namespace LlmRec.Workbench.Titles.Answers;

/// <summary>Reads the products of a scope, and one product with what stands in the repair queue for it.</summary>
public sealed class TitleSubjects(IDbContextFactory<WorkbenchDbContext> contexts, CatalogService catalog)
{
    /// <summary>By product ID; reads nothing but IDs and titles.</summary>
    public async Task<IReadOnlyList<RunSubject>> ListAsync(string scope, int? limit, CancellationToken cancellationToken = default)
    {
        var tree = await catalog.GetTreeAsync(cancellationToken);
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var items = Matching(db, TitleScope.Parse(scope), tree).OrderBy(i => i.Id).Take(limit ?? int.MaxValue);
        var subjects = new List<RunSubject>();
        await foreach (var item in items.Select(i => new { i.Id, i.Title }).AsAsyncEnumerable().WithCancellation(cancellationToken))
        {
            subjects.Add(new RunSubject(item.Id, item.Title));
        }

        return subjects;
    }

    /// <summary>Products whose title holds <paramref name="text"/>, or whose ID it is; the first ones by ID for an empty text.</summary>
    public async Task<IReadOnlyList<RunSubject>> SearchAsync(string? text, int take, CancellationToken cancellationToken = default)
    {
        var wanted = text?.Trim() ?? "";
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var items = wanted.Length == 0 ? db.Items : db.Items.Where(i => i.Id == wanted || i.Title.Contains(wanted));
        return await items.AsNoTracking().OrderBy(i => i.Id).Take(take).Select(i => new RunSubject(i.Id, i.Title)).ToListAsync(cancellationToken);
    }

    /// <summary>Throws when there is no such product.</summary>
    internal async Task<TitleSubject> GetAsync(string itemId, CancellationToken cancellationToken = default)
    {
        var tree = await catalog.GetTreeAsync(cancellationToken);
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var row = await (
            from item in db.Items.Where(i => i.Id == itemId)
            from repair in db.TitleNormalisations.Where(t => t.ItemId == item.Id && t.IsNewest && t.State == TitleState.Repair).DefaultIfEmpty()
            from judgment in db.Judgments.Where(j => j.Id == repair.JudgmentId).DefaultIfEmpty()
            select new
            {
                item.Title, item.CategoryId, item.Attributes, Sentence = (string?)repair.Sentence, Violations = (string?)repair.Violations, Source = (TitleSource?)repair.Source,
                Reason = (string?)judgment.Reason,
            })
            .FirstOrDefaultAsync(cancellationToken) ?? throw new ArgumentException($"The catalog has no product with the ID '{itemId}'.", nameof(itemId));
        var category = row.CategoryId is { } id ? tree.Find(id) : null;
        var previous = row.Sentence is null ? null : new PreviousSentence(row.Sentence, row.Violations ?? "", row.Source ?? TitleSource.Model, row.Reason);
        return new TitleSubject(itemId, row.CategoryId, TitleText.Parse(row.Title, row.Attributes, category?.Name), category?.Path ?? "", previous);
    }

    private static IQueryable<Item> Matching(WorkbenchDbContext db, TitleScope scope, CategoryTree tree)
    {
        if (scope.IsRepair)
        {
            var queue = db.TitleNormalisations.InRepair(db, scope).Select(t => t.ItemId);
            return db.Items.AsNoTracking().Where(i => queue.Contains(i.Id));
        }

        if (scope.CategoryId is null)
        {
            return db.Items.AsNoTracking();
        }

        // One JSON parameter instead of one parameter per ID: a scope can hold tens of thousands of categories.
        var ids = tree.SubtreeIds(scope.CategoryId);
        return db.Items.AsNoTracking().Where(i => EF.Parameter(ids).Contains(i.CategoryId!));
    }
}
