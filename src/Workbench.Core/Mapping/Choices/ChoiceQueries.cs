using LlmRec.Workbench.Catalog;
using LlmRec.Workbench.Runs;
using LlmRec.Workbench.Storage;
using Microsoft.EntityFrameworkCore;

namespace LlmRec.Workbench.Mapping.Choices;

/// <summary>Reads what models picked, for the pages that show it.</summary>
public sealed class ChoiceQueries(IDbContextFactory<WorkbenchDbContext> contexts, CatalogService catalog)
{
    private const int GuessedMentions = 10;

    /// <summary>How many calls choosing among the candidates takes at most after so many items of complements: one for every name, by what earlier answers held.</summary>
    public async Task<int> MostCallsAsync(int items, CancellationToken cancellationToken = default)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var answers = await db.Mentions.Select(m => m.RunItemId).Distinct().CountAsync(cancellationToken);
        var perAnswer = answers == 0 ? GuessedMentions : (double)await db.Mentions.CountAsync(cancellationToken) / answers;
        return (int)Math.Ceiling(items * perAnswer);
    }

    /// <summary>The newest answer of each model about a text; empty where no model was asked.</summary>
    public async Task<IReadOnlyList<ModelVote>> GetVotesAsync(string key, CancellationToken cancellationToken = default)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await db.MappingChoices.VotesAsync(key, cancellationToken);
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

/// <summary>A candidate that a run item offered.</summary>
public sealed record OfferedChoice(int Number, string CategoryId, string Path, bool IsPicked);
