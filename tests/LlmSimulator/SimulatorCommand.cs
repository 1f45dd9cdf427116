using System.CommandLine;

namespace LlmRec.LlmSimulator;

/// <summary>The simulator on the command line.</summary>
internal static class SimulatorCommand
{
    private const int DefaultPort = 9099;
    private const int DefaultRetryAfterSeconds = 1;

    private static readonly Option<int> Port = new("--port") { Description = "Port on 127.0.0.1; 0 takes a free one.", DefaultValueFactory = _ => DefaultPort };
    private static readonly Option<int> Latency = new("--latency") { Description = "Milliseconds before each answer." };
    private static readonly Option<int> Jitter = new("--jitter") { Description = "Up to this many milliseconds more." };
    private static readonly Option<int> Seed = new("--seed") { Description = "Seed of the faults' dice.", DefaultValueFactory = _ => 1 };
    private static readonly Option<string?> Key = new("--key") { Description = "Let in only requests with this key." };
    private static readonly Option<string[]> Models = new("--model") { Description = "A model that exists; may be repeated. None: all exist." };

    private static readonly IReadOnlyDictionary<Fault, Option<double>> Rates = new Dictionary<Fault, Option<double>>
    {
        [Fault.Status(500)] = Rate("--fail-rate", "status 500"),
        [Fault.RateLimited(DefaultRetryAfterSeconds)] = Rate("--limit-rate", "status 429 with Retry-After: 1"),
        [Fault.Drop] = Rate("--drop-rate", "a dropped connection"),
        [Fault.Hang] = Rate("--hang-rate", "no answer, ever"),
        [Fault.TruncatedJson] = Rate("--truncate-rate", "half of the JSON"),
        [Fault.Garbage] = Rate("--garbage-rate", "text that is no JSON"),
        [Fault.Refusal] = Rate("--refusal-rate", "an answer that declines"),
        [Fault.LongAnswer()] = Rate("--long-rate", "an answer of 50,000 characters"),
    };

    public static RootCommand Create()
    {
        var command = new RootCommand("An OpenAI-compatible server that answers predictably and fails on demand. A test double: its answers mean nothing.")
        {
            Port, Latency, Jitter, Seed, Key, Models,
        };
        foreach (var rate in Rates.Values)
        {
            command.Add(rate);
        }

        command.SetAction((result, cancellationToken) => RunAsync(ReadOptions(result), cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(SimulatorOptions options, CancellationToken cancellationToken)
    {
        await using var server = await SimulatorServer.StartAsync(options, cancellationToken);
        Console.WriteLine($"OpenAI base URL: {server.Endpoint}   Azure resource URL: {server.AzureEndpoint}   counts: {server.AzureEndpoint}simulator/requests");
        await server.WaitForShutdownAsync(cancellationToken);
        return 0;
    }

    private static SimulatorOptions ReadOptions(ParseResult result) => new()
    {
        Port = result.GetValue(Port),
        Latency = TimeSpan.FromMilliseconds(result.GetValue(Latency)),
        LatencyJitter = TimeSpan.FromMilliseconds(result.GetValue(Jitter)),
        Seed = result.GetValue(Seed),
        RequiredKey = result.GetValue(Key),
        Models = result.GetValue(Models) ?? [],
        Rates = Rates.Where(r => result.GetValue(r.Value) > 0).ToDictionary(r => r.Key, r => result.GetValue(r.Value)),
    };

    private static Option<double> Rate(string name, string what) => new(name) { Description = $"Share of requests (0 to 1) that get {what}." };
}
