using System.Collections.Concurrent;

namespace LlmRec.LlmSimulator;

/// <summary>Counts every chat request by its prompt and keeps the newest in full.</summary>
internal sealed class RequestLog(int keep)
{
    private readonly ConcurrentQueue<SimulatedRequest> _newest = [];
    private readonly ConcurrentDictionary<string, int> _byPrompt = new(StringComparer.Ordinal);
    private readonly Lock _lock = new();
    private long _total;
    private int _underWay;

    public long Total => Interlocked.Read(ref _total);

    /// <summary>Most requests that were under way at once.</summary>
    public int Peak { get; private set; }

    public IReadOnlyList<SimulatedRequest> Newest => [.. _newest];

    public IReadOnlyDictionary<string, int> ByPrompt => new Dictionary<string, int>(_byPrompt, StringComparer.Ordinal);

    public long Enter()
    {
        lock (_lock)
        {
            _underWay++;
            Peak = Math.Max(Peak, _underWay);
            return ++_total;
        }
    }

    public void Leave()
    {
        lock (_lock)
        {
            _underWay--;
        }
    }

    public void Add(SimulatedRequest request)
    {
        _byPrompt.AddOrUpdate(request.Prompt, 1, (_, count) => count + 1);
        _newest.Enqueue(request);
        while (_newest.Count > keep && _newest.TryDequeue(out _))
        {
        }
    }
}
