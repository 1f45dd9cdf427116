using LlmRec.Workbench.Catalog;
using LlmRec.Workbench.Runs;
using LlmRec.Workbench.Storage;
using Microsoft.EntityFrameworkCore;

namespace LlmRec.Workbench.Titles.Comparison;

/// <summary>Finds and reads the answers of an arm: of each product the newest one that a model gave. What the rules wrote in a model's place is no answer.</summary>
public sealed class ArmAnswers(IDbContextFactory<WorkbenchDbContext> databases, CatalogService catalog)
{
    /// <summary>Answers read at a time.</summary>
    internal const int BatchSize = 256;

    /// <summary>The run items of the answers that a request compares; their number, and how many products have no usable answer.</summary>
    internal async Task<ArmSelection<long>> SelectAsync(ComparisonRequest request, CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        var scope = await ScopeAsync(request.CategoryId, cancellationToken);
        var newest = Newest(db, request.Arm, scope);
        var answers = db.TitleAnswers.Where(a => newest.Contains(a.RunItemId)).Select(a => new { Value = a.RunItemId, a.Normalisation!.ItemId });
        var sample = new SeededSample<long>(request.SampleSize ?? int.MaxValue, request.Seed);
        await foreach (var answer in answers.AsAsyncEnumerable().WithCancellation(cancellationToken))
        {
            sample.Offer(answer.ItemId, answer.Value);
        }

        var asked = await Asked(db, request.Arm, scope).Select(a => a.Normalisation!.ItemId).Distinct().CountAsync(cancellationToken);
        return new ArmSelection<long>(sample.Drawn(), sample.Population, asked - sample.Population);
    }

    /// <summary>The run items of the answers about products that both arms have answered.</summary>
    internal async Task<ArmSelection<(long First, long Second)>> SelectPairsAsync(VersionRequest request, CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        var scope = await ScopeAsync(request.CategoryId, cancellationToken);
        var (first, second) = (Newest(db, request.First, scope), Newest(db, request.Second, scope));
        var pairs =
            from a in db.TitleAnswers
            join b in db.TitleAnswers on a.Normalisation!.ItemId equals b.Normalisation!.ItemId
            where first.Contains(a.RunItemId) && second.Contains(b.RunItemId)
            select new { First = a.RunItemId, Second = b.RunItemId, a.Normalisation!.ItemId };
        var sample = new SeededSample<(long, long)>(request.SampleSize ?? int.MaxValue, request.Seed);
        await foreach (var pair in pairs.AsAsyncEnumerable().WithCancellation(cancellationToken))
        {
            sample.Offer(pair.ItemId, (pair.First, pair.Second));
        }

        var either = await first.CountAsync(cancellationToken) + await second.CountAsync(cancellationToken);
        return new ArmSelection<(long, long)>(sample.Drawn(), sample.Population, either - (2 * sample.Population));
    }

    /// <summary>By run item; what has been deleted since it was selected is missing.</summary>
    internal async Task<IReadOnlyDictionary<long, ArmAnswer>> ReadAsync(IEnumerable<long> runItemIds, CancellationToken cancellationToken)
    {
        var ids = runItemIds.ToList();
        var tree = await catalog.GetTreeAsync(cancellationToken);
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        var rows = await (
            from answer in db.TitleAnswers.AsNoTracking()
            join item in db.RunItems on answer.RunItemId equals item.Id
            join product in db.Items on answer.Normalisation!.ItemId equals product.Id
            where EF.Parameter(ids).Contains(answer.RunItemId)
            select new
            {
                Item = new RunItem
                {
                    Id = item.Id, RunId = item.RunId, SubjectId = item.SubjectId, SubjectName = "", Cost = item.Cost, LatencyMs = item.LatencyMs, FromCache = item.FromCache,
                },
                Title = answer.Normalisation!,
                product.Attributes,
            }).ToListAsync(cancellationToken);
        return rows.ToDictionary(row => row.Item.Id, row => new ArmAnswer(
            row.Item, row.Title, TitleText.Parse(row.Title.RawTitle, row.Attributes, row.Title.CategoryId is { } id ? tree.Find(id)?.Name : null)));
    }

    private static IQueryable<long> Newest(WorkbenchDbContext db, TitleArm arm, List<string>? scope) =>
        from answer in Asked(db, arm, scope)
        join item in db.RunItems on answer.RunItemId equals item.Id
        where answer.Normalisation!.Source == TitleSource.Model && (item.Outcome == ItemOutcome.Succeeded || item.Outcome == ItemOutcome.Invalid)
        group answer by answer.Normalisation!.ItemId into same
        select same.Max(a => a.RunItemId);

    private static IQueryable<TitleAnswer> Asked(WorkbenchDbContext db, TitleArm arm, List<string>? scope)
    {
        var answers = db.TitleAnswers.AsNoTracking();
        answers = arm.IsNewest ? answers.Where(a => a.Normalisation!.IsNewest) : answers;
        answers = arm.RunId is { } run ? answers.Where(a => a.RunId == run) : answers;
        answers = arm.Prompt is { } prompt ? answers.Where(a => db.Runs.Any(r => r.Id == a.RunId && r.PromptName == prompt)) : answers;
        answers = arm.Version is { } version ? answers.Where(a => db.Runs.Any(r => r.Id == a.RunId && r.PromptVersionNumber == version)) : answers;
        answers = arm.Model is { } model ? answers.Where(a => db.Runs.Any(r => r.Id == a.RunId && r.Model == model)) : answers;
        return scope is null ? answers : answers.Where(a => EF.Parameter(scope).Contains(a.Normalisation!.CategoryId!));
    }

    private async Task<List<string>?> ScopeAsync(string? categoryId, CancellationToken cancellationToken)
    {
        if (categoryId is null)
        {
            return null;
        }

        var tree = await catalog.GetTreeAsync(cancellationToken);
        var ids = new List<string> { categoryId };
        for (var next = 0; next < ids.Count; next++)
        {
            ids.AddRange(tree.Children(ids[next]).Select(c => c.Id));
        }

        return ids;
    }
}

/// <summary>What was drawn of a population; <c>Without</c> counts products that were asked about but have no usable answer, or none in the other arm.</summary>
internal sealed record ArmSelection<T>(IReadOnlyList<T> Drawn, int Population, int Without);
