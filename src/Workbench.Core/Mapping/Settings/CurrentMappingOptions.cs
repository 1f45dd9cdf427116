using LlmRec.Workbench.Mapping.Fusion;
using LlmRec.Workbench.Storage;
using Microsoft.EntityFrameworkCore;

namespace LlmRec.Workbench.Mapping.Settings;

/// <summary>The options that the newest settings mean, also those of another process. While the settings stay the same, so does the object.</summary>
public sealed class CurrentMappingOptions(IDbContextFactory<WorkbenchDbContext> contexts)
{
    private volatile MappingOptions _kept = MappingOptions.Default;

    public async Task<MappingOptions> GetAsync(CancellationToken cancellationToken = default)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var newest = await db.MappingSettings.MaxAsync(s => (int?)s.Id, cancellationToken);
        var kept = _kept;
        if (kept.SettingsId == newest)
        {
            return kept;
        }

        return _kept = newest is { } id
            ? await ReadAsync(db, await db.MappingSettings.AsNoTracking().SingleAsync(s => s.Id == id, cancellationToken), cancellationToken)
            : MappingOptions.Default;
    }

    /// <summary>What these settings mean, stored or not.</summary>
    internal static async Task<MappingOptions> ReadAsync(WorkbenchDbContext db, MappingSettings settings, CancellationToken cancellationToken)
    {
        var coefficients = settings.FitId is { } fit
            ? FusionCoefficients.FromJson(await db.FusionFits.Where(f => f.Id == fit).Select(f => f.Coefficients).SingleAsync(cancellationToken))
            : FusionCoefficients.Default;
        return new MappingOptions
        {
            SettingsId = settings.Id == 0 ? null : settings.Id,
            Coefficients = coefficients,
            Rule = OutcomeRule.Default with { AcceptFrom = settings.AcceptFrom },
            EmbeddingProfile = settings.EmbeddingProfile,
        };
    }
}
