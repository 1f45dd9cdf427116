using LlmRec.Workbench.Catalog;
using LlmRec.Workbench.Runs;
using LlmRec.Workbench.Storage;
using Microsoft.EntityFrameworkCore;

namespace LlmRec.Workbench.Mapping.Choices;

/// <summary>Reads what models picked, for the pages that show it.</summary>
public sealed class ChoiceQueries(IDbContextFactory<WorkbenchDbContext> contexts, CatalogService catalog)
{
    /// <summary>The newest answer of each model about a text; empty where no model was asked.</summary>
    public async Task<IReadOnlyList<ModelVote>> GetVotesAsync(string key, CancellationToken cancellationToken = default)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var choices = await db.MappingChoices.AsNoTracking().Where(c => c.Key == key).OrderBy(c => c.Id).ToListAsync(cancellationToken);
        return [.. choices.GroupBy(c => c.Model).Select(model => model.GroupBy(c => c.RunItemId).Last())
            .Select(answer => new ModelVote(answer.First().Model, answer.First().RunId, answer.Key, [.. answer.Select(c => c.CategoryId).OfType<string>()], answer.First().OfferedIds(), answer.First().At))];
    }

    /// <summary>What a run item offered, with the numbers shown, and what its answer picked.</summary>
    public async Task<IReadOnlyList<OfferedChoice>> GetOfferedAsync(RunItem item, CancellationToken cancellationToken = default)
    {
        var subject = ChoiceSubject.Parse(item.SubjectId);
        var tree = await catalog.GetTreeAsync(cancellationToken);
        var picked = item.Outcome == ItemOutcome.Succeeded ? ChoiceAnswerParser.Parse(item.Answer, ChoiceVariables.Options(subject, tree)).Numbers : [];
        return [.. subject.Offered.Index().Select(o => new OfferedChoice(o.Index + 1, o.Item, tree.Find(o.Item)?.Path ?? o.Item, picked.Contains(o.Index + 1)))];
    }
}

/// <summary>The newest answer of one model about one text.</summary>
/// <param name="Picked">Empty when it declined all of <paramref name="Offered"/>.</param>
public sealed record ModelVote(string Model, int RunId, long RunItemId, IReadOnlyList<string> Picked, IReadOnlyList<string> Offered, DateTimeOffset At);

/// <summary>A candidate that a run item offered.</summary>
public sealed record OfferedChoice(int Number, string CategoryId, string Path, bool IsPicked);
