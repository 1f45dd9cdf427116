using System.Text.Json;
using LlmRec.Workbench.Complements;
using LlmRec.Workbench.Mapping.Evaluation;
using LlmRec.Workbench.Mapping.Fitting;
using LlmRec.Workbench.Mapping.Fusion;
using LlmRec.Workbench.Mapping.Settings;
using LlmRec.Workbench.Statistics;
using LlmRec.Workbench.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using StoredMapping = LlmRec.Workbench.Mapping.Mapping;

namespace LlmRec.Workbench.Web.Tests.Mapping;

/// <summary>Rules, fits and a queue as the pages get them.</summary>
internal static class CalibratedMapping
{
    public static readonly DateTimeOffset At = new(2026, 3, 1, 8, 0, 0, TimeSpan.Zero);

    /// <summary>Three texts wait; two of their candidates are sure.</summary>
    public static async Task AddQueueAsync(this IServiceProvider services)
    {
        await services.AddTreeAsync();
        await using var db = await services.GetRequiredService<IDbContextFactory<WorkbenchDbContext>>().CreateDbContextAsync();
        foreach (var (text, score) in new[] { ("皮带", 0.99), ("腰带", 0.95), ("带子", 0.6) })
        {
            var mapping = new StoredMapping { Key = text, Text = text, Candidates = [new() { Rank = 1, CategoryId = "b1", Score = score }] };
            db.Add(new Pair { SourceId = "s1", Text = text, Mapping = mapping, Support = 1 });
        }

        await db.SaveChangesAsync();
    }

    /// <summary>A fit with a report of these held-out predictions, in force.</summary>
    public static async Task<FusionFit> AddFitAsync(this IServiceProvider services, params Prediction[] heldOut)
    {
        var fit = Fit(heldOut);
        await using var db = await services.GetRequiredService<IDbContextFactory<WorkbenchDbContext>>().CreateDbContextAsync();
        db.Add(fit);
        await db.SaveChangesAsync();
        db.Add(Settings(0, fit.Id));
        await db.SaveChangesAsync();
        return fit;
    }

    public static FusionFit Fit(params Prediction[] heldOut)
    {
        var before = Figures(heldOut, loss: 0.4);
        var report = new FitReport(heldOut.Length, 5, 0.97, FusionCoefficients.Default, before, Figures(heldOut, loss: 0.3), new Estimate(-0.1, -0.15, -0.05));
        var coefficients = FusionCoefficients.Default with { Weights = new Dictionary<string, double> { ["Exact"] = -1.5 } };
        return new FusionFit
        {
            At = At, By = "ann", Examples = heldOut.Length, Coefficients = coefficients.ToJson(), Report = JsonSerializer.Serialize(report, JsonSerializerOptions.Web),
        };
    }

    public static MappingSettings Settings(int id, int? fit = null, string note = SettingsNotes.Target) =>
        new() { Id = id, At = At, By = "ann", FitId = fit, TargetPrecision = 0.97, AcceptFrom = 0.9, Note = note };

    private static FitFigures Figures(Prediction[] predictions, double loss) => new(
        Rate.Of(predictions, p => p.IsRight), Calibration.Of(predictions), new Estimate(loss, loss, loss), new Estimate(0.1, 0.05, 0.15), 0.9,
        new Rate(2, predictions.Length), new Rate(2, 2), predictions);
}
