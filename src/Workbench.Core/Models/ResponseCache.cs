using System.Text.Json;
using LlmRec.Workbench.Security;
using LlmRec.Workbench.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.Logging;

namespace LlmRec.Workbench.Models;

/// <summary>The answers kept in the database. A cache that cannot be read or written costs money, never an answer: such errors are logged.</summary>
public sealed class ResponseCache(
    IDbContextFactory<WorkbenchDbContext> contexts, StorageWriter writer, TimeProvider time, ILogger<ResponseCache> logger)
{
    public async Task<CacheSummary> SummarizeAsync(CancellationToken cancellationToken = default)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var entries = await db.CachedResponses.CountAsync(cancellationToken);
        return entries == 0
            ? new CacheSummary(0, null, null)
            : new CacheSummary(
                entries,
                await db.CachedResponses.MinAsync(c => c.CreatedAt, cancellationToken),
                await db.CachedResponses.MaxAsync(c => c.CreatedAt, cancellationToken));
    }

    /// <summary>Forgets every answer; the next runs ask and pay again. Returns how many there were.</summary>
    public async Task<int> ClearAsync(Caller caller, CancellationToken cancellationToken = default)
    {
        caller.Demand(Policies.RunModels);
        var cleared = 0;
        await writer.WriteAsync(async db => cleared = await db.CachedResponses.ExecuteDeleteAsync(CancellationToken.None), cancellationToken);
        logger.LogInformation("{Caller} cleared the response cache: {Count} answers.", caller.Name, cleared);
        return cleared;
    }

    internal async Task<bool> ContainsAsync(string key, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await db.CachedResponses.AnyAsync(c => c.Key == key, cancellationToken);
    }

    internal async Task<ChatResponse?> ReadAsync(string key, CancellationToken cancellationToken)
    {
        try
        {
            await using var db = await contexts.CreateDbContextAsync(cancellationToken);
            var json = await db.CachedResponses.Where(c => c.Key == key).Select(c => c.Response).FirstOrDefaultAsync(cancellationToken);
            return json is null ? null : JsonSerializer.Deserialize<ChatResponse>(json, AIJsonUtilities.DefaultOptions);
        }
        catch (Exception error) when (error is not OperationCanceledException)
        {
            logger.LogWarning(error, "The response cache could not be read; the model is asked again.");
            return null;
        }
    }

    /// <summary>Not cancellable: the answer is paid for.</summary>
    internal async Task WriteAsync(string key, string model, ChatResponse response)
    {
        try
        {
            var json = JsonSerializer.Serialize(response, AIJsonUtilities.DefaultOptions);
            await writer.WriteAsync(async db =>
            {
                if (await db.CachedResponses.FindAsync(key) is { } known)
                {
                    known.Response = json;
                    return;
                }

                db.CachedResponses.Add(new CachedResponse { Key = key, Model = model, Response = json, CreatedAt = time.GetUtcNow() });
            });
        }
        catch (Exception error) when (error is not OperationCanceledException)
        {
            logger.LogWarning(error, "An answer could not be kept in the response cache; asking the same again will be paid for again.");
        }
    }
}
