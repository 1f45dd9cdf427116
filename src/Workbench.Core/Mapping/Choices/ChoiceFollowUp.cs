using LlmRec.Workbench.Models;
using LlmRec.Workbench.Prompts;
using LlmRec.Workbench.Runs;
using LlmRec.Workbench.Security;
using LlmRec.Workbench.Storage;
using Microsoft.EntityFrameworkCore;

namespace LlmRec.Workbench.Mapping.Choices;

/// <summary>Starts a choices run about the unclear names of a run when that is completed, if this was ordered with it.</summary>
public sealed class ChoiceFollowUp(
    IDbContextFactory<WorkbenchDbContext> contexts, RunControl runs, PromptService prompts, ModelProfiles models, TimeProvider time)
{
    /// <summary>Orders it; throws <see cref="RunRejectedException"/> for a model that cannot choose.</summary>
    public async Task OrderAsync(Caller caller, Run run, CancellationToken cancellationToken = default)
    {
        caller.Demand(Policies.RunModels);
        Demand(run.ModelProfile);
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        db.ChoiceOrders.Add(new ChoiceOrder { RunId = run.Id, By = caller.Name, At = time.GetUtcNow() });
        await db.SaveChangesAsync(cancellationToken);
    }

    /// <summary>Throws <see cref="RunRejectedException"/> for a profile that answers from recorded knowledge, which knows of no candidates. Null is the default profile.</summary>
    public void Demand(string? modelProfile)
    {
        var profile = modelProfile is null ? models.Default : models.Get(modelProfile);
        if (profile.Recorded)
        {
            throw new RunRejectedException($"The model '{profile.Name}' answers from recorded knowledge and cannot choose among candidates. Name a live model with --model or on the page for a new run.");
        }
    }

    /// <summary>Null where nothing was ordered with the run.</summary>
    public async Task<ChoiceOrder?> GetAsync(int runId, CancellationToken cancellationToken = default)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await db.ChoiceOrders.AsNoTracking().SingleOrDefaultAsync(o => o.RunId == runId, cancellationToken);
    }

    /// <summary>Takes up every order whose run is completed; each is taken up once, whatever processes look at it.</summary>
    public async Task StartDueAsync(CancellationToken cancellationToken = default)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var due = await (
            from order in db.ChoiceOrders.AsNoTracking()
            join run in db.Runs.AsNoTracking() on order.RunId equals run.Id
            where order.TakenAt == null && run.Status == RunStatus.Completed
            orderby order.RunId
            select new { order, run }).ToListAsync(cancellationToken);
        foreach (var row in due)
        {
            var taken = await db.ChoiceOrders.Where(o => o.RunId == row.run.Id && o.TakenAt == null)
                .ExecuteUpdateAsync(set => set.SetProperty(o => o.TakenAt, time.GetUtcNow()), CancellationToken.None);
            if (taken == 1)
            {
                await StartAsync(row.order, row.run);
            }
        }
    }

    private async Task StartAsync(ChoiceOrder order, Run run)
    {
        var (started, note) = ((int?)null, "");
        try
        {
            Demand(run.ModelProfile);
            var caller = new Caller(order.By, new HashSet<string> { Roles.PromptEngineer });
            started = (await runs.StartAsync(caller, await RequestAsync(run))).Id;
        }
        catch (Exception error) when (error is RunRejectedException or PromptNotFoundException or ModelNotFoundException)
        {
            note = error.Message;
        }

        await using var db = await contexts.CreateDbContextAsync();
        await db.ChoiceOrders.Where(o => o.RunId == run.Id).ExecuteUpdateAsync(set => set.SetProperty(o => o.ChoiceRunId, started).SetProperty(o => o.Note, note));
    }

    // In the language of the run's own prompt, with the same model, and with what is left of its money.
    private async Task<RunRequest> RequestAsync(Run run)
    {
        var all = await prompts.ListAsync();
        var language = all.FirstOrDefault(p => p.Prompt.Name == run.PromptName)?.Prompt.Language;
        var prompt = all.FirstOrDefault(p => p.Prompt.Kind == ChoiceRunKind.KindName && p.Prompt.Language == language)?.Prompt.Name;
        return new RunRequest(ChoiceRunKind.KindName, prompt, run.ModelProfile, ChoiceScope.OfRun(run.Id), CostLimit: await MoneyLeftAsync(run));
    }

    private async Task<decimal?> MoneyLeftAsync(Run run)
    {
        if (run.CostLimit is not { } limit)
        {
            return null;
        }

        await using var db = await contexts.CreateDbContextAsync();
        var spent = (await db.RunItems.Where(i => i.RunId == run.Id).Select(i => i.Cost).ToListAsync()).Sum();
        return limit > spent ? limit - spent
            : throw new RunRejectedException($"Run {run.Id} has spent its limit of {limit} {run.Currency}; nothing was left for choosing among candidates. Start that as a run of its own.");
    }
}
