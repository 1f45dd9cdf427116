using LlmRec.Workbench.Catalog;
using LlmRec.Workbench.Mapping.Settings;
using LlmRec.Workbench.Storage;
using Microsoft.EntityFrameworkCore;

namespace LlmRec.Workbench.Mapping.Fitting;

/// <summary>
/// Holds the rules in force against what people judged one by one. Shipped coefficients have seen no judgment of this site, so they predict those that stand now;
/// coefficients of a fit have seen them, so there the held-out predictions of its report count.
/// </summary>
public sealed class ObservedPrecision(IDbContextFactory<WorkbenchDbContext> contexts, CatalogService catalog, CategoryMapper mapper, CurrentMappingOptions inForce)
{
    /// <summary>For the rules in force. Without judgments the curve has no texts.</summary>
    public async Task<ObservedCurve> GetAsync(CancellationToken cancellationToken = default)
    {
        var options = await inForce.GetAsync(cancellationToken);
        if (await FitAsync(options.SettingsId, cancellationToken) is { } fit)
        {
            return ObservedCurve.Of(FusionFitter.ReportOf(fit).After.Predictions, fit.Id);
        }

        var texts = await new FitExamples(contexts, catalog, mapper).ReadAsync(options, progress: null, cancellationToken);
        return ObservedCurve.Of(texts.Select(text => FitMeasure.Predict(text, options.Coefficients)));
    }

    private async Task<Fusion.FusionFit?> FitAsync(int? settingsId, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await db.FusionFits.AsNoTracking()
            .SingleOrDefaultAsync(f => db.MappingSettings.Any(s => s.Id == settingsId && s.FitId == f.Id), cancellationToken);
    }
}
