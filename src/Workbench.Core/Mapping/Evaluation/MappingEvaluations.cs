using System.Text.Json;
using LlmRec.Workbench.Security;
using LlmRec.Workbench.Storage;
using Microsoft.EntityFrameworkCore;

namespace LlmRec.Workbench.Mapping.Evaluation;

/// <summary>Makes evaluations and keeps them: who measured what, when, with which options and what came out.</summary>
public sealed class MappingEvaluations(
    IDbContextFactory<WorkbenchDbContext> contexts, MappingEvaluator evaluator, MappingSpecReader specs, GoldSources gold, TimeProvider time)
{
    /// <summary>Measures and stores the result; a cancelled or failed evaluation stores nothing. Returns its ID.</summary>
    /// <exception cref="InvalidDataException">The gold set or the settings do not exist.</exception>
    /// <exception cref="InvalidOperationException">There is no tree, or no name to measure with.</exception>
    public async Task<int> EvaluateAsync(
        Caller caller, EvaluationRequest request, IProgress<EvaluationProgress>? progress = null, CancellationToken cancellationToken = default)
    {
        caller.Demand(Policies.Measure);
        var material = await gold.ReadAsync(request.GoldSetId, cancellationToken);
        var a = await specs.ReadAsync(request.A, cancellationToken);
        var b = request.B is null ? null : await specs.ReadAsync(request.B, cancellationToken);
        var report = await evaluator.EvaluateAsync(material, a, b, request.Ablation, progress, cancellationToken);
        var evaluation = new MappingEvaluation
        {
            At = time.GetUtcNow(),
            By = caller.Name,
            GoldSetId = request.GoldSetId,
            GoldName = material.Title,
            Label = b is null ? a.Label : $"{a.Label} · {b.Label}",
            Options = JsonSerializer.Serialize(EvaluationHead.Of(report, a, b), EvaluationJson.Line),
            Report = JsonSerializer.Serialize(report, EvaluationJson.Line),
        };
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        db.Add(evaluation);
        await db.SaveChangesAsync(cancellationToken);
        return evaluation.Id;
    }

    /// <summary>The newest first.</summary>
    public async Task<IReadOnlyList<EvaluationSummary>> ListAsync(CancellationToken cancellationToken = default)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var rows = await db.MappingEvaluations.OrderByDescending(e => e.Id).Select(e => new { e.Id, e.At, e.By, e.GoldSetId, e.GoldName, e.Options }).ToListAsync(cancellationToken);
        return [.. rows.Select(e => new EvaluationSummary(e.Id, e.At, e.By, e.GoldSetId, e.GoldName, Head(e.Options)))];
    }

    /// <summary>Null when there is no such evaluation.</summary>
    public async Task<StoredEvaluation?> FindAsync(int id, CancellationToken cancellationToken = default)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await db.MappingEvaluations.AsNoTracking().SingleOrDefaultAsync(e => e.Id == id, cancellationToken) is { } e
            ? new StoredEvaluation(
                new EvaluationSummary(e.Id, e.At, e.By, e.GoldSetId, e.GoldName, Head(e.Options)), JsonSerializer.Deserialize<EvaluationReport>(e.Report, EvaluationJson.Line)!)
            : null;
    }

    private static EvaluationHead Head(string json) => JsonSerializer.Deserialize<EvaluationHead>(json, EvaluationJson.Line)!;
}
