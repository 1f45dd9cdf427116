using LlmRec.Workbench.Models;
using LlmRec.Workbench.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.AI;

namespace LlmRec.Workbench.Runs;

/// <summary>Says before a run what it will probably take, from a sample of its real prompts and from what the same model did before.</summary>
public sealed class RunEstimator(IDbContextFactory<WorkbenchDbContext> contexts, RunPlanner planner, PromptMessages prompts, ModelProfiles models)
{
    private const int SampleSize = 20;
    private const int HistorySize = 500;
    private const int GuessedOutputTokens = 80;
    private static readonly TimeSpan GuessedLatency = TimeSpan.FromSeconds(2);

    public async Task<RunEstimate> EstimateAsync(RunRequest request, CancellationToken cancellationToken = default)
    {
        var plan = await planner.PlanAsync(request, cancellationToken);
        var subjects = await plan.Kind.GetSubjectsAsync(request.Scope, request.Limit, cancellationToken);
        var sample = Sample(subjects);
        var (tokensPerItem, cachedShare) = await TryAsync(plan, sample, cancellationToken);
        var (outputPerItem, latency) = await HistoryAsync(plan.Profile, cancellationToken);
        var cached = (int)Math.Round(cachedShare * subjects.Count);
        var calls = subjects.Count - cached;
        var (input, output) = ((long)(tokensPerItem * subjects.Count), (long)(outputPerItem * subjects.Count));
        var cost = Cost(plan.Profile, (long)(tokensPerItem * calls), (long)(outputPerItem * calls));
        var rounds = Math.Ceiling(calls / (double)plan.Profile.Concurrency);
        return new(subjects.Count, cached, sample.Count, input, output, cost, plan.Profile.Currency, rounds * latency);
    }

    private async Task<(double TokensPerItem, double CachedShare)> TryAsync(RunPlan plan, List<RunSubject> sample, CancellationToken cancellationToken)
    {
        var (tokens, cached) = (0, 0);
        foreach (var subject in sample)
        {
            var messages = await prompts.RenderAsync(plan, subject, cancellationToken);
            tokens += messages.Sum(message => TokenEstimate.Count(message.Text));
            cached += await models.IsCachedAsync(plan.Profile.Name, messages, PromptMessages.Options(plan, subject), cancellationToken) ? 1 : 0;
        }

        var count = Math.Max(1.0, sample.Count);
        return (tokens / count, cached / count);
    }

    private static List<RunSubject> Sample(IReadOnlyList<RunSubject> subjects)
    {
        var step = Math.Max(1, subjects.Count / SampleSize);
        return [.. subjects.Where((_, index) => index % step == 0).Take(SampleSize)];
    }

    private static decimal? Cost(ModelProfile profile, long input, long output) =>
        profile.InputPricePerMillion == 0 && profile.OutputPricePerMillion == 0 ? null
            : ModelPrice.Cost(profile, new UsageDetails { InputTokenCount = input, OutputTokenCount = output });

    private async Task<(double OutputTokens, TimeSpan Latency)> HistoryAsync(ModelProfile profile, CancellationToken cancellationToken)
    {
        if (profile.Recorded)
        {
            return (0, TimeSpan.FromMilliseconds(5));
        }

        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var earlier = await db.RunItems
            .Where(i => i.OutputTokens > 0 && !i.FromCache && db.Runs.Any(r => r.Id == i.RunId && r.ModelProfile == profile.Name && r.Model == profile.Model))
            .OrderByDescending(i => i.Id).Take(HistorySize)
            .Select(i => new { i.OutputTokens, i.LatencyMs }).ToListAsync(cancellationToken);
        return earlier.Count == 0
            ? (GuessedOutputTokens, GuessedLatency)
            : (earlier.Average(i => i.OutputTokens), TimeSpan.FromMilliseconds(earlier.Average(i => i.LatencyMs)));
    }
}
