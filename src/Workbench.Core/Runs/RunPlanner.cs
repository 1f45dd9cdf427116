using LlmRec.Workbench.Models;
using LlmRec.Workbench.Prompts;

namespace LlmRec.Workbench.Runs;

/// <summary>Resolves the names of a request to the things that they mean.</summary>
public sealed class RunPlanner(RunKinds kinds, PromptService prompts, ModelProfiles models)
{
    public async Task<RunPlan> PlanAsync(RunRequest request, CancellationToken cancellationToken = default)
    {
        var kind = kinds.Get(request.Kind);
        var reference = request.Prompt ?? await DefaultPromptAsync(kind, cancellationToken);
        var version = await prompts.ResolveAsync(reference, cancellationToken);
        var profile = request.ModelProfile is null ? models.Default : models.Get(request.ModelProfile);
        var prompt = await prompts.GetPromptAsync(version, cancellationToken);
        return prompt.Kind != kind.Name
            ? throw new RunRejectedException($"Prompt '{reference}' is for {prompt.Kind}, not for {kind.Name}. Choose a prompt of kind {kind.Name}.")
            : new RunPlan(kind, prompt.Name, version, profile);
    }

    /// <summary>The plan that a stored run was started with.</summary>
    public Task<RunPlan> PlanAsync(Run run, CancellationToken cancellationToken = default) =>
        PlanAsync(new RunRequest(run.Kind, $"{run.PromptName}@{run.PromptVersionNumber}", run.ModelProfile), cancellationToken);

    private async Task<string> DefaultPromptAsync(IRunKind kind, CancellationToken cancellationToken) =>
        (await prompts.ListAsync(cancellationToken)).FirstOrDefault(summary => summary.Prompt.Kind == kind.Name)?.Prompt.Name
        ?? throw new RunRejectedException($"There is no prompt of kind {kind.Name}. Create one on the Prompts page.");
}
