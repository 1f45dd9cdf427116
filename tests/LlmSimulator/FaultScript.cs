namespace LlmRec.LlmSimulator;

/// <summary>Decides what each request meets: queued faults first, then rules by request, then the configured rates.</summary>
internal sealed class FaultScript(SimulatorOptions options)
{
    private readonly Lock _lock = new();
    private readonly Queue<Fault> _next = [];
    private readonly List<Rule> _rules = [];
    private readonly Random _random = new(options.Seed);

    public void Enqueue(IEnumerable<Fault> faults)
    {
        lock (_lock)
        {
            foreach (var fault in faults)
            {
                _next.Enqueue(fault);
            }
        }
    }

    public void Add(Func<SimulatedRequest, bool> when, Fault fault, int times)
    {
        lock (_lock)
        {
            _rules.Add(new Rule(when, fault) { Left = times });
        }
    }

    public Fault Take(SimulatedRequest request)
    {
        lock (_lock)
        {
            if (_next.TryDequeue(out var queued))
            {
                return queued;
            }

            if (_rules.Find(r => r.Left > 0 && r.When(request)) is { } rule)
            {
                rule.Left--;
                return rule.Fault;
            }

            return options.Rates.Count == 0 ? Fault.None : Draw();
        }
    }

    public TimeSpan DrawLatency()
    {
        if (options.LatencyJitter == TimeSpan.Zero)
        {
            return options.Latency;
        }

        lock (_lock)
        {
            return options.Latency + (_random.NextDouble() * options.LatencyJitter);
        }
    }

    private Fault Draw()
    {
        var draw = _random.NextDouble();
        foreach (var (fault, rate) in options.Rates)
        {
            draw -= rate;
            if (draw < 0)
            {
                return fault;
            }
        }

        return Fault.None;
    }

    private sealed record Rule(Func<SimulatedRequest, bool> When, Fault Fault)
    {
        public int Left { get; set; }
    }
}
