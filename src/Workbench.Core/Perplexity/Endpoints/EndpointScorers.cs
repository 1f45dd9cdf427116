using System.Collections.Concurrent;
using LlmRec.Workbench.Models;

namespace LlmRec.Workbench.Perplexity.Endpoints;

/// <summary>The model profiles that give log-probabilities, each asked once for its method where that is left to find out.</summary>
internal sealed class EndpointScorers(ModelProfiles profiles, TextScoreStore store)
{
    private readonly ConcurrentDictionary<string, LogProbabilityClient> _clients = new(StringComparer.OrdinalIgnoreCase);
    private readonly ConcurrentDictionary<string, string> _problems = new(StringComparer.OrdinalIgnoreCase);

    private IEnumerable<ModelProfile> Profiles => profiles.All.Where(p => p.LogProbabilities.Length > 0);

    public IReadOnlyList<ScorerInfo> Describe() => [.. Profiles.Select(Describe)];

    /// <summary>
    /// The scorer of a profile's name, or of the name on its figures; null where there is none or it cannot be used, which <see cref="Describe()"/> then explains.
    /// </summary>
    public async Task<IPerplexityScorer?> GetAsync(string name, CancellationToken cancellationToken)
    {
        foreach (var profile in Profiles.Where(p => IsCalled(p, name)))
        {
            if (await ConnectAsync(profile, cancellationToken) is not { } client)
            {
                continue;
            }

            var scorer = new EndpointScorer(client, store, NameOf(profile, client.Method.Name));
            if (scorer.Name == name || profile.Name.Equals(name, StringComparison.OrdinalIgnoreCase))
            {
                return scorer;
            }
        }

        return null;
    }

    private ScorerInfo Describe(ModelProfile profile)
    {
        var method = MethodOf(profile);
        return new ScorerInfo(NameOf(profile, method), ScorerKind.Endpoint, method, profile.Endpoint!.AbsoluteUri)
        {
            Profile = profile.Name,
            Problem = !profile.Key.IsSet ? $"The environment variable {profile.Key.Variable} is not set." : _problems.GetValueOrDefault(profile.Name, ""),
        };
    }

    private bool IsCalled(ModelProfile profile, string name) =>
        profile.Name.Equals(name, StringComparison.OrdinalIgnoreCase)
        || (profile.LogProbabilities == LogProbabilityMethods.Auto ? LogProbabilityMethods.Settings : [profile.LogProbabilities]).Any(m => NameOf(profile, m) == name);

    private string MethodOf(ModelProfile profile) => _clients.TryGetValue(profile.Name, out var known) ? known.Method.Name : profile.LogProbabilities;

    // Two profiles of one model name may be two models: their figures must not meet.
    private string NameOf(ModelProfile profile, string method) =>
        Profiles.Count(p => p.Model == profile.Model) > 1 ? $"{EndpointScorer.NameOf(profile, method)} ({profile.Name})" : EndpointScorer.NameOf(profile, method);

    private async Task<LogProbabilityClient?> ConnectAsync(ModelProfile profile, CancellationToken cancellationToken)
    {
        if (_clients.TryGetValue(profile.Name, out var known))
        {
            return known;
        }

        try
        {
            var endpoint = profiles.GetEndpoint(profile.Name);
            var client = profile.LogProbabilities == LogProbabilityMethods.Auto
                ? await LogProbabilityProbe.FindAsync(endpoint, cancellationToken)
                : new LogProbabilityClient(endpoint, LogProbabilityMethod.Of(profile.LogProbabilities));
            _problems.TryRemove(profile.Name, out _);
            return _clients.GetOrAdd(profile.Name, client);
        }
        catch (ModelCallException error)
        {
            _problems[profile.Name] = error.Message;
            return null;
        }
    }
}
