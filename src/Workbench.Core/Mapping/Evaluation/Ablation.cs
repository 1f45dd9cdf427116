using LlmRec.Workbench.Statistics;

namespace LlmRec.Workbench.Mapping.Evaluation;

/// <summary>Measures what each evidence source is worth: alone, and by what is lost without it.</summary>
/// <param name="measuring">The gold names.</param>
/// <param name="full">Their verdicts with all sources.</param>
internal sealed class Ablation(MappingEvaluator.Measuring measuring, IReadOnlyList<NameVerdict> full)
{
    public async Task<IReadOnlyList<AblationRow>> MeasureAsync(MappingOptions options)
    {
        var rows = new List<AblationRow>();
        foreach (var kind in Enum.GetValues<EvidenceKind>())
        {
            rows.Add(await MeasureAsync(options, kind));
        }

        return rows;
    }

    private async Task<AblationRow> MeasureAsync(MappingOptions options, EvidenceKind kind)
    {
        if (kind == EvidenceKind.Alias && measuring.FromJudgments)
        {
            return Skipped(kind, AblationState.LeftOut, runs: 2);
        }

        if (!options.Sources.Contains(kind))
        {
            return Skipped(kind, AblationState.NotAsked, runs: 2);
        }

        var alone = await measuring.MapAsync(options with { Sources = new HashSet<EvidenceKind> { kind } });
        var speaks = Rate.Of(alone, v => v.Candidates.Any(c => c.Evidence[kind] != 0));
        if (speaks.Part == 0)
        {
            return Skipped(kind, AblationState.NoData, runs: 1);
        }

        var without = await measuring.MapAsync(options with { Sources = options.Sources.Where(s => s != kind).ToHashSet() });
        return new AblationRow(
            kind, AblationState.Measured, speaks, MappingFigures.Of(MappingFigures.All, alone), MappingFigures.Of(MappingFigures.All, without),
            StratumDifference.Shares(full.Zip(without).Where(p => p.First.Gold.HasCategory), v => v.IsRight));
    }

    private AblationRow Skipped(EvidenceKind kind, AblationState state, int runs)
    {
        measuring.Skip(runs);
        return new AblationRow(kind, state, new Rate(0, full.Count), null, null, null);
    }
}
