using LlmRec.Workbench.Mapping.Fusion;
using LlmRec.Workbench.Mapping.Settings;
using LlmRec.Workbench.Storage;
using Microsoft.EntityFrameworkCore;

namespace LlmRec.Workbench.Mapping.Evaluation;

/// <summary>Turns the text of a <see cref="MappingSpec"/> into options, from what is stored.</summary>
public sealed class MappingSpecReader(IDbContextFactory<WorkbenchDbContext> contexts, CurrentMappingOptions inForce)
{
    /// <exception cref="InvalidDataException">There are no such settings or no such fit.</exception>
    public async Task<MeasuredOptions> ReadAsync(MappingSpec spec, CancellationToken cancellationToken = default)
    {
        var options = spec.Base switch
        {
            MappingBase.Default => MappingOptions.Default,
            MappingBase.Settings => await SettingsAsync(spec.Number ?? 0, cancellationToken),
            MappingBase.Fit => await FitAsync(spec.Number ?? 0, cancellationToken),
            _ => await inForce.GetAsync(cancellationToken),
        };
        return new MeasuredOptions(spec, options with
        {
            Sources = spec.Without.Count == 0 ? options.Sources : options.Sources.Except(spec.Without).ToHashSet(),
            EmbeddingProfile = spec.EmbeddingProfile ?? options.EmbeddingProfile,
        });
    }

    /// <summary>What people can choose between: the settings in force, the shipped ones, all stored settings and all fits, the newest of each first.</summary>
    public async Task<IReadOnlyList<MappingSpec>> KnownAsync(CancellationToken cancellationToken = default)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var settings = await db.MappingSettings.OrderByDescending(s => s.Id).Select(s => s.Id).ToListAsync(cancellationToken);
        var fits = await db.FusionFits.OrderByDescending(f => f.Id).Select(f => f.Id).ToListAsync(cancellationToken);
        return [MappingSpec.Now, MappingSpec.Default, .. settings.Select(id => new MappingSpec(MappingBase.Settings, id)), .. fits.Select(id => new MappingSpec(MappingBase.Fit, id))];
    }

    private async Task<MappingOptions> SettingsAsync(int id, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await db.MappingSettings.AsNoTracking().SingleOrDefaultAsync(s => s.Id == id, cancellationToken) is { } settings
            ? await CurrentMappingOptions.ReadAsync(db, settings, cancellationToken)
            : throw new InvalidDataException($"There are no mapping settings {id}. There are: {await NumbersAsync(db.MappingSettings.Select(s => s.Id), cancellationToken)}.");
    }

    private async Task<MappingOptions> FitAsync(int id, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await db.FusionFits.Where(f => f.Id == id).Select(f => f.Coefficients).SingleOrDefaultAsync(cancellationToken) is { } json
            ? (await inForce.GetAsync(cancellationToken)) with { SettingsId = null, Coefficients = FusionCoefficients.FromJson(json) }
            : throw new InvalidDataException($"There is no fit {id}. There are: {await NumbersAsync(db.FusionFits.Select(f => f.Id), cancellationToken)}.");
    }

    private static async Task<string> NumbersAsync(IQueryable<int> ids, CancellationToken cancellationToken) =>
        await ids.Order().ToListAsync(cancellationToken) is { Count: > 0 } found ? string.Join(", ", found) : "none yet";
}
