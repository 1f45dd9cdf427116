using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;
using LlmRec.Workbench.Security;
using LlmRec.Workbench.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace LlmRec.Workbench.Embeddings.Caching;

/// <summary>
/// The vectors kept in the database, under the model and the exact text. A cache that cannot be read or written costs money, never a vector: such errors are logged.
/// </summary>
public sealed class EmbeddingCache(
    IDbContextFactory<WorkbenchDbContext> contexts, StorageWriter writer, IOptions<EmbeddingCacheOptions> options, TimeProvider time, ILogger<EmbeddingCache> logger)
{
    private const int KeysAtOnce = 512;

    private int _entries = -1;

    public async Task<int> CountAsync(CancellationToken cancellationToken = default)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await db.EmbeddingCache.CountAsync(cancellationToken);
    }

    /// <summary>Forgets every vector; who needs them asks and pays again. Returns how many there were.</summary>
    public async Task<int> ClearAsync(Caller caller, CancellationToken cancellationToken = default)
    {
        caller.Demand(Policies.RunModels);
        var cleared = 0;
        await writer.WriteAsync(async db => cleared = await db.EmbeddingCache.ExecuteDeleteAsync(CancellationToken.None), cancellationToken);
        _entries = 0;
        logger.LogInformation("{Caller} cleared the vector cache: {Count} vectors.", caller.Name, cleared);
        return cleared;
    }

    /// <summary>How many of <paramref name="texts"/>, each counted once, are there.</summary>
    internal async Task<int> CountAsync(string model, IEnumerable<string> texts, CancellationToken cancellationToken)
    {
        var count = 0;
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        foreach (var keys in texts.Distinct(StringComparer.Ordinal).Select(text => KeyOf(model, text)).Chunk(KeysAtOnce))
        {
            count += await db.EmbeddingCache.CountAsync(e => EF.Parameter(keys).Contains(e.Hash), cancellationToken);
        }

        return count;
    }

    /// <summary>The vectors that are there, by text.</summary>
    internal async Task<Dictionary<string, ReadOnlyMemory<float>>> ReadAsync(string model, IEnumerable<string> texts, CancellationToken cancellationToken)
    {
        var found = new Dictionary<string, ReadOnlyMemory<float>>(StringComparer.Ordinal);
        try
        {
            await using var db = await contexts.CreateDbContextAsync(cancellationToken);
            foreach (var chunk in texts.Distinct(StringComparer.Ordinal).Chunk(KeysAtOnce))
            {
                var byKey = chunk.ToDictionary(text => KeyOf(model, text));
                var keys = byKey.Keys.ToArray();
                await foreach (var entry in db.EmbeddingCache.AsNoTracking().Where(e => EF.Parameter(keys).Contains(e.Hash)).AsAsyncEnumerable().WithCancellation(cancellationToken))
                {
                    found[byKey[entry.Hash]] = MemoryMarshal.Cast<byte, float>(entry.Vector).ToArray();
                }
            }
        }
        catch (Exception error) when (error is not OperationCanceledException)
        {
            logger.LogWarning(error, "The vector cache could not be read; the model is asked again.");
        }

        return found;
    }

    /// <summary>Not cancellable: the vectors are paid for. One that is there is replaced.</summary>
    internal async Task WriteAsync(string model, IReadOnlyDictionary<string, ReadOnlyMemory<float>> vectors)
    {
        if (options.Value.MaxEntries == 0)
        {
            return;
        }

        try
        {
            var rows = vectors.ToDictionary(v => KeyOf(model, v.Key), v => MemoryMarshal.AsBytes(v.Value.Span).ToArray());
            var keys = rows.Keys.ToArray();
            await writer.WriteAsync(async db =>
            {
                await db.EmbeddingCache.Where(e => EF.Parameter(keys).Contains(e.Hash)).ExecuteDeleteAsync(CancellationToken.None);
                var now = time.GetUtcNow();
                db.EmbeddingCache.AddRange(rows.Select(row => new EmbeddingCacheEntry { Hash = row.Key, Vector = row.Value, At = now }));
            });
            await MakeRoomAsync(rows.Count);
        }
        catch (Exception error) when (error is not OperationCanceledException)
        {
            logger.LogWarning(error, "Vectors could not be kept in the cache; asking for the same again will be paid for again.");
        }
    }

    private async Task MakeRoomAsync(int added)
    {
        // The table is counted once in a process; from then on what this process adds, replaced ones too, says when to count again.
        if (_entries >= 0 && Interlocked.Add(ref _entries, added) <= options.Value.MaxEntries)
        {
            return;
        }

        _entries = await CountAsync();
        if (_entries <= options.Value.MaxEntries)
        {
            return;
        }

        var spare = _entries - options.Value.MaxEntries + (options.Value.MaxEntries / 10);
        await writer.WriteAsync(async db => _entries -= await db.EmbeddingCache.Where(e => db.EmbeddingCache.OrderBy(o => o.At).ThenBy(o => o.Hash).Take(spare).Select(o => o.Hash).Contains(e.Hash)).ExecuteDeleteAsync());
    }

    private static string KeyOf(string model, string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{model}\n{text}")));
}
