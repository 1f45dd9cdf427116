using System.Globalization;
using LlmRec.Workbench.Runs;
using Spectre.Console;

namespace LlmRec.Workbench.Web.Cli;

/// <summary>Shows a run on standard error while it goes on and prints its outcome counts on standard output.</summary>
internal sealed class RunProgressBar(IServiceProvider services, IAnsiConsole console)
{
    private static readonly TimeSpan PollInterval = TimeSpan.FromMilliseconds(300);

    public void ShowEstimate(RunEstimate estimate) => console.WriteLine(string.Create(CultureInfo.InvariantCulture,
        $"Estimate: {estimate.Items} items, {estimate.Calls} calls, {estimate.InputTokens:N0} + {estimate.OutputTokens:N0} tokens, "
        + $"{(estimate.Cost is { } cost ? $"{cost:0.####} {estimate.Currency}" : "no price configured")}, about {estimate.Duration.TotalSeconds:0} s"));

    /// <summary>0 when the run completed without failed items. Ctrl-C pauses it.</summary>
    public async Task<int> FollowAsync(int runId, CancellationToken cancellationToken)
    {
        var queries = services.GetRequiredService<RunQueries>();
        RunSummary summary;
        try
        {
            summary = await console.Progress().Columns(new TaskDescriptionColumn(), new ProgressBarColumn(), new PercentageColumn(), new RemainingTimeColumn())
                .StartAsync(context => PollAsync(queries, runId, context, cancellationToken));
        }
        catch (OperationCanceledException)
        {
            await services.GetRequiredService<RunControl>().PauseAsync(CliHost.Caller, runId, CancellationToken.None);
            console.WriteLine($"Run {runId} is paused; nothing that was answered is lost. Go on with: run resume {runId}");
            return 130;
        }

        Print(summary);
        return summary.Run.Status == RunStatus.Completed && !summary.Counts.ContainsKey(ItemOutcome.Failed) ? 0 : 1;
    }

    private static async Task<RunSummary> PollAsync(RunQueries queries, int runId, ProgressContext context, CancellationToken cancellationToken)
    {
        var task = context.AddTask($"run {runId}");
        while (true)
        {
            var summary = await queries.GetAsync(runId, cancellationToken) ?? throw new RunRejectedException($"There is no run {runId}.");
            task.MaxValue = summary.Run.ItemCount;
            task.Value = summary.Done;
            if (!summary.IsLive)
            {
                return summary;
            }

            await Task.Delay(PollInterval, cancellationToken);
        }
    }

    private void Print(RunSummary summary)
    {
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"run {summary.Run.Id} {summary.Run.Status}: {summary.Run.ItemCount} items"));
        foreach (var outcome in Enum.GetValues<ItemOutcome>())
        {
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{outcome}\t{summary.Counts.GetValueOrDefault(outcome)}"));
        }

        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"tokens\t{summary.InputTokens} in, {summary.OutputTokens} out\ncached\t{summary.FromCache}\ncost\t{summary.Cost:0.######} {summary.Run.Currency}"));
        if (summary.Counts.ContainsKey(ItemOutcome.Failed))
        {
            console.WriteLine("Some calls failed; the run's page shows why and can ask again about those only.");
        }
    }
}
