using LlmRec.Workbench.Models;
using LlmRec.Workbench.Prompts;
using LlmRec.Workbench.Runs;
using LlmRec.Workbench.Titles.Answers;
using Microsoft.Extensions.AI;

namespace LlmRec.Workbench.Titles.Files;

/// <summary>Asks a model about titles that are in no catalog.</summary>
public sealed class TitleAsker(RunPlanner planner, PromptService prompts, PromptRenderer renderer, ModelProfiles models, TitleMeasurer measurer)
{
    /// <summary>Throws, naming what exists, when there is no such profile or prompt.</summary>
    internal async Task<RunPlan> PlanAsync(TitleFileRequest request, TitleRunKind kind, CancellationToken cancellationToken)
    {
        var none = (await prompts.ListAsync(cancellationToken)).All(p => p.Prompt.Kind != kind.Name);
        if (request.Prompt is not null || !none)
        {
            return await planner.PlanAsync(new RunRequest(kind.Name, request.Prompt, request.ModelProfile), cancellationToken);
        }

        var bundled = BundledPrompts.All.First(p => p.Kind == kind.Name);
        var (name, first) = (bundled.Name, bundled.FirstVersion);
        var version = new PromptVersion
        {
            Number = 1, SystemText = first.SystemText, Text = first.Text, Temperature = first.Temperature, TopP = first.TopP, MaxOutputTokens = first.MaxOutputTokens, Author = "",
        };
        return new RunPlan(kind, name, version, request.ModelProfile is null ? models.Default : models.Get(request.ModelProfile));
    }

    /// <summary>The answer, or why the call failed.</summary>
    internal async Task<(string Answer, string? Problem)> AskAsync(RunPlan plan, TitleSubject subject, CancellationToken cancellationToken)
    {
        try
        {
            var variables = TitleVariables.Of(subject, await measurer.WordsAsync(subject.Text.Title, cancellationToken));
            var user = new ChatMessage(ChatRole.User, renderer.Render(plan.Version.Text, variables));
            ChatMessage[] messages = plan.Version.SystemText.Length == 0 ? [user] : [new(ChatRole.System, renderer.Render(plan.Version.SystemText, variables)), user];
            var options = PromptMessages.Options(plan, new RunSubject(subject.ItemId, subject.Text.Title));
            return ((await models.GetChatClient(plan.Profile.Name).GetResponseAsync(messages, options, cancellationToken)).Text, null);
        }
        catch (Exception error) when (error is not OperationCanceledException || !cancellationToken.IsCancellationRequested)
        {
            return ("", error.Message);
        }
    }
}
