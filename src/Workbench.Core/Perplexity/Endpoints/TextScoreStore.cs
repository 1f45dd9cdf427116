using LlmRec.Workbench.Storage;
using Microsoft.EntityFrameworkCore;

namespace LlmRec.Workbench.Perplexity.Endpoints;

/// <summary>The scores that endpoints were paid for. A row without tokens says that the scorer cannot score the text.</summary>
internal sealed class TextScoreStore(IDbContextFactory<WorkbenchDbContext> contexts, StorageWriter writer, TimeProvider time)
{
    /// <summary>What is known of these texts, by key.</summary>
    public async Task<Dictionary<string, TextScore?>> ReadAsync(string scorer, IReadOnlyCollection<string> keys, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await db.TextScores.AsNoTracking()
            .Where(s => s.Scorer == scorer && keys.Contains(s.Key))
            .ToDictionaryAsync(s => s.Key, ToScore, cancellationToken);
    }

    /// <summary>Not cancellable: the score is paid for.</summary>
    public Task WriteAsync(string scorer, string key, TextScore? score) => writer.WriteAsync(async db =>
    {
        if (await db.TextScores.FindAsync(scorer, key) is null)
        {
            db.TextScores.Add(new StoredTextScore
            {
                Scorer = scorer,
                Key = key,
                Log10 = score?.Log10 ?? 0,
                Tokens = score?.Tokens ?? 0,
                OovTokens = score?.OovTokens ?? 0,
                OovLog10 = score?.OovLog10 ?? 0,
                Characters = score?.Characters ?? 0,
                At = time.GetUtcNow(),
            });
        }
    });

    private static TextScore? ToScore(StoredTextScore row) =>
        row.Tokens > 0 ? new TextScore(row.Log10, row.Tokens, row.OovTokens, row.OovLog10, row.Characters) : null;
}
