using System.Globalization;
using LlmRec.Workbench.Mapping.Choices;
using LlmRec.Workbench.Runs;
using Spectre.Console;

namespace LlmRec.Workbench.Web.Cli;

/// <summary>What <c>run complements --choose</c> does beside the run itself.</summary>
internal sealed class ChoiceCommand(IServiceProvider services, IAnsiConsole console)
{
    private static readonly TimeSpan PollInterval = TimeSpan.FromMilliseconds(300);

    private ChoiceFollowUp FollowUp => services.GetRequiredService<ChoiceFollowUp>();

    /// <summary>Refuses a model that cannot choose before anything is spent.</summary>
    public async Task ShowEstimateAsync(RunRequest request, RunEstimate estimate, CancellationToken cancellationToken)
    {
        FollowUp.Demand(request.ModelProfile);
        var calls = await services.GetRequiredService<ChoiceQueries>().MostCallsAsync(estimate.Items, cancellationToken);
        console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"Then choosing among the candidates of unclear names: up to about {calls:N0} calls"));
    }

    public Task OrderAsync(Run run, CancellationToken cancellationToken) => FollowUp.OrderAsync(CliHost.Caller, run, cancellationToken);

    /// <summary>The run that was started because of the order; null where none was ordered, needed or possible (the reason is then shown).</summary>
    public async Task<int?> FindRunAsync(int runId, CancellationToken cancellationToken)
    {
        if ((await services.GetRequiredService<RunQueries>().GetAsync(runId, cancellationToken))?.Run.Status != RunStatus.Completed)
        {
            return null;
        }

        await FollowUp.StartDueAsync(cancellationToken);
        var order = await FollowUp.GetAsync(runId, cancellationToken);
        while (order is { IsSettled: false })
        {
            await Task.Delay(PollInterval, cancellationToken);
            order = await FollowUp.GetAsync(runId, cancellationToken);
        }

        if (order?.Note is { Length: > 0 } note)
        {
            console.WriteLine($"No choices: {note}");
        }

        return order?.ChoiceRunId;
    }
}
