using LlmRec.Workbench.Models;
using LlmRec.Workbench.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.AI;

namespace LlmRec.Workbench.Runs;

/// <summary>Says before a run what it will probably take, from a sample of its real prompts and from what the same model did before.</summary>
public sealed class RunEstimator(IDbContextFactory<WorkbenchDbContext> contexts, RunPlanner planner, PromptMessages prompts)
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
        long sampleTokens = 0;
        foreach (var subject in sample)
        {
            sampleTokens += (await prompts.RenderAsync(plan, subject, cancellationToken)).Sum(message => TokenEstimate.Count(message.Text));
        }

        var (outputPerItem, latency) = await HistoryAsync(plan.Profile, cancellationToken);
        var input = sample.Count == 0 ? 0 : sampleTokens * subjects.Count / sample.Count;
        var output = (long)(outputPerItem * subjects.Count);
        var rounds = Math.Ceiling(subjects.Count / (double)plan.Profile.Concurrency);
        return new(subjects.Count, Cached: 0, sample.Count, input, output, Cost(plan.Profile, input, output), plan.Profile.Currency, rounds * latency);
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
