using LlmRec.Workbench.Security;
using LlmRec.Workbench.Storage;
using Microsoft.EntityFrameworkCore;

namespace LlmRec.Workbench.Mapping.Settings;

/// <summary>
/// What texts are mapped with, who said so and what held before. Every change appends a row and then maps again what is stored; cancelled on the way, the new
/// settings hold and the rest waits for <see cref="MappingRefresher.RemapPendingAsync"/>.
/// </summary>
public sealed class MappingSettingsService(
    IDbContextFactory<WorkbenchDbContext> contexts, CurrentMappingOptions inForce, AcceptancePlanner planner, MappingRefresher refresher, TimeProvider time)
{
    /// <summary>The settings that hold; null for those that are shipped.</summary>
    public async Task<MappingSettings?> GetCurrentAsync(CancellationToken cancellationToken = default)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await db.MappingSettings.AsNoTracking().OrderByDescending(s => s.Id).FirstOrDefaultAsync(cancellationToken);
    }

    /// <summary>Everything that ever held, newest first; what is shipped held before.</summary>
    public async Task<IReadOnlyList<MappingSettings>> GetHistoryAsync(int take = 100, CancellationToken cancellationToken = default)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await db.MappingSettings.AsNoTracking().OrderByDescending(s => s.Id).Take(take).ToListAsync(cancellationToken);
    }

    /// <summary>Accepts from the lowest probability on at which the predicted precision of what waits reaches the target.</summary>
    public async Task<MappingSettings> SetTargetPrecisionAsync(
        Caller caller, double targetPrecision, IProgress<RemapProgress>? progress = null, CancellationToken cancellationToken = default)
    {
        caller.Demand(Policies.Calibrate);
        AcceptancePlan.CheckTarget(targetPrecision);
        var draft = SettingsDraft.Of(await GetCurrentAsync(cancellationToken)) with { TargetPrecision = targetPrecision, Note = SettingsNotes.Target };
        return await ChangeAsync(caller, await WithThresholdAsync(draft, progress, cancellationToken), progress, cancellationToken);
    }

    /// <summary>Uses the coefficients of a fit; the threshold is chosen anew for the same target.</summary>
    public async Task<MappingSettings> AdoptAsync(Caller caller, int fitId, IProgress<RemapProgress>? progress = null, CancellationToken cancellationToken = default)
    {
        caller.Demand(Policies.Calibrate);
        var draft = SettingsDraft.Of(await GetCurrentAsync(cancellationToken)) with { FitId = fitId, Note = SettingsNotes.Fit };
        return await ChangeAsync(caller, await WithThresholdAsync(draft, progress, cancellationToken), progress, cancellationToken);
    }

    /// <summary>Uses vectors of another embedding profile, or none, as evidence; the threshold is chosen anew for the same target.</summary>
    public async Task<MappingSettings> SetEmbeddingProfileAsync(
        Caller caller, string? profile, IProgress<RemapProgress>? progress = null, CancellationToken cancellationToken = default)
    {
        caller.Demand(Policies.Calibrate);
        var draft = SettingsDraft.Of(await GetCurrentAsync(cancellationToken)) with { EmbeddingProfile = profile, Note = SettingsNotes.Embedding };
        return await ChangeAsync(caller, await WithThresholdAsync(draft, progress, cancellationToken), progress, cancellationToken);
    }

    /// <summary>Back to what is shipped.</summary>
    public Task<MappingSettings> UseShippedAsync(Caller caller, IProgress<RemapProgress>? progress = null, CancellationToken cancellationToken = default)
    {
        caller.Demand(Policies.Calibrate);
        return ChangeAsync(caller, SettingsDraft.Shipped, progress, cancellationToken);
    }

    /// <summary>Makes earlier settings hold again, threshold included, as a new row.</summary>
    public async Task<MappingSettings> ReturnToAsync(Caller caller, int settingsId, IProgress<RemapProgress>? progress = null, CancellationToken cancellationToken = default)
    {
        caller.Demand(Policies.Calibrate);
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var earlier = await db.MappingSettings.AsNoTracking().SingleOrDefaultAsync(s => s.Id == settingsId, cancellationToken)
            ?? throw new ArgumentException($"There are no settings {settingsId}.", nameof(settingsId));
        return await ChangeAsync(caller, SettingsDraft.Of(earlier) with { Note = SettingsNotes.Return(settingsId) }, progress, cancellationToken);
    }

    private async Task<SettingsDraft> WithThresholdAsync(SettingsDraft draft, IProgress<RemapProgress>? progress, CancellationToken cancellationToken)
    {
        var options = await OptionsAsync(draft, cancellationToken);
        var current = await inForce.GetAsync(cancellationToken);
        var sameScores = options.Coefficients == current.Coefficients && options.EmbeddingProfile == current.EmbeddingProfile
            && await refresher.CountPendingAsync(cancellationToken) == 0;
        var plan = sameScores ? await planner.GetAsync(cancellationToken) : await planner.ForecastAsync(options, progress, cancellationToken);
        return draft with { AcceptFrom = plan.For(draft.TargetPrecision).AcceptFrom };
    }

    private async Task<MappingOptions> OptionsAsync(SettingsDraft draft, CancellationToken cancellationToken)
    {
        var current = await GetCurrentAsync(cancellationToken);
        if (current?.FitId == draft.FitId && current?.EmbeddingProfile == draft.EmbeddingProfile)
        {
            return await inForce.GetAsync(cancellationToken);
        }

        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await CurrentMappingOptions.ReadAsync(db, draft.ToSettings("", default), cancellationToken);
    }

    private async Task<MappingSettings> ChangeAsync(Caller caller, SettingsDraft draft, IProgress<RemapProgress>? progress, CancellationToken cancellationToken)
    {
        var settings = draft.ToSettings(caller.Name, time.GetUtcNow());
        await using (var db = await contexts.CreateDbContextAsync(cancellationToken))
        {
            db.Add(settings);
            await db.SaveChangesAsync(cancellationToken);
        }

        await refresher.RemapPendingAsync(progress, cancellationToken);
        return settings;
    }
}
