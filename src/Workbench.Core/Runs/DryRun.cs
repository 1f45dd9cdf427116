using LlmRec.Workbench.Security;

namespace LlmRec.Workbench.Runs;

/// <summary>Asks about the first few subjects of a request and stores nothing but the model's answers in the cache, so that the run itself does not pay for them again.</summary>
public sealed class DryRun(RunPlanner planner, ItemAsker asker)
{
    public const int Items = 3;

    public async Task<IReadOnlyList<AskedItem>> AskAsync(Caller caller, RunRequest request, CancellationToken cancellationToken = default)
    {
        caller.Demand(Policies.RunModels);
        var plan = await planner.PlanAsync(request, cancellationToken);
        var subjects = await plan.Kind.GetSubjectsAsync(request.Scope, Math.Min(request.Limit ?? Items, Items), cancellationToken);
        return await Task.WhenAll(subjects.Select(subject => asker.AskAsync(plan, subject, cancellationToken)));
    }
}
