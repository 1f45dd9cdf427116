using System.Text.Json;
using LlmRec.Workbench.Catalog;
using LlmRec.Workbench.Mapping.Fusion;
using LlmRec.Workbench.Mapping.Settings;
using LlmRec.Workbench.Security;
using LlmRec.Workbench.Storage;
using Microsoft.EntityFrameworkCore;

namespace LlmRec.Workbench.Mapping.Fitting;

/// <summary>
/// Fits the fusion to this site's judgments, starting from the shipped coefficients, and measures it by cross-fitting: every text is predicted by coefficients that were
/// fitted without it. The fit itself uses all texts. Nothing changes until <see cref="MappingSettingsService.AdoptAsync"/>.
/// </summary>
public sealed class FusionFitter(
    IDbContextFactory<WorkbenchDbContext> contexts, CatalogService catalog, CategoryMapper mapper, CurrentMappingOptions inForce, TimeProvider time)
{
    private const int Folds = 5;

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    /// <summary>The report of a stored fit.</summary>
    public static FitReport ReportOf(FusionFit fit) =>
        JsonSerializer.Deserialize<FitReport>(fit.Report, Json) ?? throw new JsonException($"The report of fit {fit.Id} is null.");

    /// <summary>The newest fit, adopted or not; null before the first.</summary>
    public async Task<FusionFit?> GetNewestAsync(CancellationToken cancellationToken = default)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await db.FusionFits.AsNoTracking().OrderByDescending(f => f.Id).FirstOrDefaultAsync(cancellationToken);
    }

    /// <summary>What a fit would use now.</summary>
    public async Task<FitSupply> CountAsync(CancellationToken cancellationToken = default)
    {
        var options = await inForce.GetAsync(cancellationToken);
        return Count(await ReadAsync(options, progress: null, cancellationToken), options.Coefficients);
    }

    /// <summary>Fits and measures. Judgments that do not suffice are a result; cancelled, nothing is stored.</summary>
    public async Task<FitOutcome> FitAsync(Caller caller, IProgress<RemapProgress>? progress = null, CancellationToken cancellationToken = default)
    {
        caller.Demand(Policies.Calibrate);
        var options = await inForce.GetAsync(cancellationToken);
        var texts = await ReadAsync(options, progress, cancellationToken);
        if (Count(texts, options.Coefficients) is { Suffices: false } supply)
        {
            return new FitOutcome.Refused(supply);
        }

        var before = texts.Select(text => FitMeasure.Predict(text, options.Coefficients)).ToList();
        var folds = CrossFit(texts, progress, cancellationToken);
        var after = texts.Select(text => FitMeasure.Predict(text, folds[text.Fold(Folds)])).ToList();
        var target = await TargetAsync(cancellationToken);
        var report = new FitReport(
            texts.Count, Folds, target, options.Coefficients, FitMeasure.Of(before, target), FitMeasure.Of(after, target), FitMeasure.LossChange(before, after));
        var fit = new FusionFit
        {
            At = time.GetUtcNow(), By = caller.Name, Examples = texts.Count,
            Coefficients = Fit(texts, _ => true).ToJson(), Report = JsonSerializer.Serialize(report, Json),
        };
        cancellationToken.ThrowIfCancellationRequested();
        await using var db = await contexts.CreateDbContextAsync(CancellationToken.None);
        db.Add(fit);
        await db.SaveChangesAsync(CancellationToken.None);
        return new FitOutcome.Done(fit, report);
    }

    private static FitSupply Count(IReadOnlyList<JudgedText> texts, FusionCoefficients coefficients)
    {
        var right = texts.Count(text => FitMeasure.Predict(text, coefficients).IsRight);
        return new FitSupply(texts.Count, right, texts.Count - right);
    }

    private static List<FusionCoefficients> CrossFit(IReadOnlyList<JudgedText> texts, IProgress<RemapProgress>? progress, CancellationToken cancellationToken)
    {
        var fitted = new List<FusionCoefficients>();
        for (var fold = 0; fold < Folds; fold++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            progress?.Report(new RemapProgress(fold, Folds + 1));
            fitted.Add(Fit(texts, text => text.Fold(Folds) != fold));
        }

        progress?.Report(new RemapProgress(Folds, Folds + 1));
        return fitted;
    }

    private static FusionCoefficients Fit(IReadOnlyList<JudgedText> texts, Func<JudgedText, bool> which) =>
        FusionTrainer.Fit([.. texts.Where(which).SelectMany(text => text.Variants)], FusionCoefficients.Default);

    private Task<IReadOnlyList<JudgedText>> ReadAsync(MappingOptions options, IProgress<RemapProgress>? progress, CancellationToken cancellationToken) =>
        new FitExamples(contexts, catalog, mapper).ReadAsync(options, progress, cancellationToken);

    private async Task<double> TargetAsync(CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return SettingsDraft.Of(await db.MappingSettings.AsNoTracking().OrderByDescending(s => s.Id).FirstOrDefaultAsync(cancellationToken)).TargetPrecision;
    }
}
