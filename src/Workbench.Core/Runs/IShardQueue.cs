namespace LlmRec.Workbench.Runs;

/// <summary>Hands shards to whatever executes them in the background.</summary>
public interface IShardQueue
{
    /// <summary>Asks for <see cref="ShardExecutor.ExecuteAsync"/> of this shard, not before <paramref name="delay"/> has passed. Asking twice does no harm.</summary>
    void Enqueue(int runId, int shard, TimeSpan delay = default);
}
