using Microsoft.EntityFrameworkCore;

namespace LlmRec.Workbench.Mapping.Choices;

/// <summary>The newest answer of one model about one text.</summary>
/// <param name="Picked">Empty when it declined all of <paramref name="Offered"/>.</param>
public sealed record ModelVote(string Model, int RunId, long RunItemId, IReadOnlyList<string> Picked, IReadOnlyList<string> Offered, DateTimeOffset At);

/// <summary>Reads votes in a query of somebody else's.</summary>
internal static class ModelVotes
{
    public static async Task<IReadOnlyList<ModelVote>> VotesAsync(this IQueryable<MappingChoice> stored, string key, CancellationToken cancellationToken)
    {
        var choices = await stored.AsNoTracking().Where(c => c.Key == key).OrderBy(c => c.Id).ToListAsync(cancellationToken);
        return [.. choices.GroupBy(c => c.Model).Select(model => Vote([.. model.GroupBy(c => c.RunItemId).Last()]))];
    }

    private static ModelVote Vote(List<MappingChoice> answer) => new(
        answer[0].Model, answer[0].RunId, answer[0].RunItemId, [.. answer.Select(c => c.CategoryId).OfType<string>()], answer[0].OfferedIds(), answer[0].At);
}
