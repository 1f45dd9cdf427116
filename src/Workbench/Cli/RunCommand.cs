using System.CommandLine;
using LlmRec.Workbench.Complements;
using LlmRec.Workbench.Mapping.Choices;
using LlmRec.Workbench.Runs;
using LlmRec.Workbench.Titles;
using LlmRec.Workbench.Web.Hosting;
using LlmRec.Workbench.Web.Jobs;

namespace LlmRec.Workbench.Web.Cli;

/// <summary>Starts or resumes a run and shows its progress until it ends.</summary>
internal static class RunCommand
{
    private static readonly Option<string> Prompt = new("--prompt") { Description = "Prompt to use (default: the kind's first, its production version)", HelpName = "NAME[@N]" };
    private static readonly Option<string> Model = new("--model") { Description = "Model profile (default: Models:Default)", HelpName = "PROFILE" };
    private static readonly Option<string> Scope = new("--scope")
    {
        Description = "all, the ID of a category, for titles repair (repair:RUN, repair:CHECK), for choices run:ID", DefaultValueFactory = _ => RunRequest.AllScope,
    };
    private static readonly Option<int?> Limit = new("--limit") { Description = "At most so many items" };
    private static readonly Option<decimal?> CostLimit = new("--cost-limit") { Description = "Pause when so much is spent, in the profile's currency" };
    private static readonly Option<bool> Choose = new("--choose") { Description = "Then let the model choose among the candidates of the names that stay unclear" };
    private static readonly Argument<int> RunId = new("ID") { Description = "Number of a paused run" };

    public static Command Create() => new("run", "Ask a model about every subject of a scope.") 
    {
        OfKind(ComplementRunKind.KindName, "Ask which categories go together with each leaf category.", Choose),
        OfKind(TitleRunKind.KindName, "Ask what each product is, in one plain sentence. --scope repair asks again about what waits for repair."),
        OfKind(ChoiceRunKind.KindName, "Ask which of its candidates each unclear name means. The choice is evidence; people decide."),
        Resume(),
    };

    private static Command OfKind(string kind, string description, params Option[] more)
    {
        var command = new Command(kind, description) { Prompt, Model, Scope, Limit, CostLimit };
        foreach (var option in more)
        {
            command.Add(option);
        }

        command.SetAction((parsed, stop) => CliHost.RunAsync(parsed, async (services, console, cancel) =>
        {
            await FirstStart.SeedAsync(services, cancel);
            var request = new RunRequest(
                kind, parsed.GetValue(Prompt), parsed.GetValue(Model), parsed.GetValue(Scope)!, parsed.GetValue(Limit), parsed.GetValue(CostLimit));
            var isChoosing = more.Contains(Choose) && parsed.GetValue(Choose);
            var (progress, choices) = (new RunProgressBar(services, console), new ChoiceCommand(services, console));
            var estimate = await services.GetRequiredService<RunEstimator>().EstimateAsync(request, cancel);
            progress.ShowEstimate(estimate);
            if (isChoosing)
            {
                await choices.ShowEstimateAsync(request, estimate, cancel);
            }

            var run = await services.GetRequiredService<RunControl>().StartAsync(CliHost.Caller, request, cancel);
            if (isChoosing)
            {
                await choices.OrderAsync(run, cancel);
            }

            return await FollowAsync(progress, choices, run.Id, cancel);
        }, stop, services => services.AddJobs()));
        return command;
    }

    private static Command Resume()
    {
        var command = new Command("resume", "Go on with a paused run.") { RunId };
        command.SetAction((parsed, stop) => CliHost.RunAsync(parsed, async (services, console, cancel) =>
        {
            var runId = parsed.GetValue(RunId);
            await services.GetRequiredService<RunControl>().ResumeAsync(CliHost.Caller, runId, cancel);
            return await FollowAsync(new RunProgressBar(services, console), new ChoiceCommand(services, console), runId, cancel);
        }, stop, services => services.AddJobs()));
        return command;
    }

    // The run that chooses, where one was ordered, belongs to the command: it succeeds when both do.
    private static async Task<int> FollowAsync(RunProgressBar progress, ChoiceCommand choices, int runId, CancellationToken cancellationToken)
    {
        var exitCode = await progress.FollowAsync(runId, cancellationToken);
        return exitCode != 130 && await choices.FindRunAsync(runId, cancellationToken) is { } choiceRun
            ? Math.Max(exitCode, await progress.FollowAsync(choiceRun, cancellationToken))
            : exitCode;
    }
}
