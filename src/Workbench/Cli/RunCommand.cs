using System.CommandLine;
using LlmRec.Workbench.Catalog;
using LlmRec.Workbench.Prompts;
using LlmRec.Workbench.Runs;
using LlmRec.Workbench.Sample;
using LlmRec.Workbench.Web.Jobs;

namespace LlmRec.Workbench.Web.Cli;

/// <summary>Starts or resumes a run and shows its progress until it ends.</summary>
internal static class RunCommand
{
    private static readonly Option<string> Prompt = new("--prompt") { Description = "Prompt to use (default: the kind's first, its production version)", HelpName = "NAME[@N]" };
    private static readonly Option<string> Model = new("--model") { Description = "Model profile (default: Models:Default)", HelpName = "PROFILE" };
    private static readonly Option<string> Scope = new("--scope") { Description = "all, or the ID of a category", DefaultValueFactory = _ => RunRequest.AllScope };
    private static readonly Option<int?> Limit = new("--limit") { Description = "At most so many items" };
    private static readonly Option<decimal?> CostLimit = new("--cost-limit") { Description = "Pause when so much is spent, in the profile's currency" };
    private static readonly Argument<int> RunId = new("ID") { Description = "Number of a paused run" };

    public static Command Create() => new("run", "Ask a model about every subject of a scope.") { Complements(), Resume() };

    private static Command Complements()
    {
        var command = new Command("complements", "Ask which categories go together with each leaf category.") { Prompt, Model, Scope, Limit, CostLimit };
        command.SetAction((parsed, stop) => CliHost.RunAsync(parsed, async (services, console, cancel) =>
        {
            await services.GetRequiredService<SampleCatalog>().SeedIfEmptyAsync(cancel);
            await services.GetRequiredService<PromptService>().SeedAsync(cancel);
            var request = new RunRequest(
                parsed.CommandResult.Command.Name, parsed.GetValue(Prompt), parsed.GetValue(Model), parsed.GetValue(Scope)!, parsed.GetValue(Limit), parsed.GetValue(CostLimit));
            var progress = new RunProgressBar(services, console);
            progress.ShowEstimate(await services.GetRequiredService<RunEstimator>().EstimateAsync(request, cancel));
            var run = await services.GetRequiredService<RunControl>().StartAsync(CliHost.Caller, request, cancel);
            return await progress.FollowAsync(run.Id, cancel);
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
            return await new RunProgressBar(services, console).FollowAsync(runId, cancel);
        }, stop, services => services.AddJobs()));
        return command;
    }
}
