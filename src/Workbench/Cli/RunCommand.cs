using System.CommandLine;
using LlmRec.Workbench.Complements;
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
        Description = "all, the ID of a category, or for titles repair (repair:RUN, repair:CHECK)", DefaultValueFactory = _ => RunRequest.AllScope,
    };
    private static readonly Option<int?> Limit = new("--limit") { Description = "At most so many items" };
    private static readonly Option<decimal?> CostLimit = new("--cost-limit") { Description = "Pause when so much is spent, in the profile's currency" };
    private static readonly Argument<int> RunId = new("ID") { Description = "Number of a paused run" };

    public static Command Create() => new("run", "Ask a model about every subject of a scope.") 
    {
        OfKind(ComplementRunKind.KindName, "Ask which categories go together with each leaf category."),
        OfKind(TitleRunKind.KindName, "Ask what each product is, in one plain sentence. --scope repair asks again about what waits for repair."),
        Resume(),
    };

    private static Command OfKind(string kind, string description)
    {
        var command = new Command(kind, description) { Prompt, Model, Scope, Limit, CostLimit };
        command.SetAction((parsed, stop) => CliHost.RunAsync(parsed, async (services, console, cancel) =>
        {
            await FirstStart.SeedAsync(services, cancel);
            var request = new RunRequest(
                kind, parsed.GetValue(Prompt), parsed.GetValue(Model), parsed.GetValue(Scope)!, parsed.GetValue(Limit), parsed.GetValue(CostLimit));
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
