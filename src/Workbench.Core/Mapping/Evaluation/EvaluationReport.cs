namespace LlmRec.Workbench.Mapping.Evaluation;

/// <summary>All figures of one evaluation.</summary>
/// <param name="B">The second setting, where two were compared.</param>
/// <param name="Comparison">B minus A.</param>
/// <param name="Ablation">Of setting A; empty where it was not asked for.</param>
public sealed record EvaluationReport(
    GoldFacts Gold, SettingReport A, SettingReport? B, SettingsComparison? Comparison, IReadOnlyList<AblationRow> Ablation)
{
    /// <summary>The settings that were measured: one or two.</summary>
    public IEnumerable<SettingReport> Settings() => B is null ? [A] : [A, B];
}

/// <summary>What was measured with.</summary>
/// <param name="WithoutCategory">Names that have no right category.</param>
/// <param name="UnknownIds">Different gold IDs that the tree lacks.</param>
/// <param name="Unreachable">Names none of whose gold IDs is in the tree: they count as wrong.</param>
/// <param name="Categories">Categories in the tree.</param>
/// <param name="FromJudgments">This site's own judgments; aliases were left out, because they come from these judgments.</param>
/// <param name="LeftOut">Judged texts that were left out, because their pairs were only ever approved in bulk: nobody looked at them one by one.</param>
/// <param name="Failed">Names that an evidence source could not be asked about, in either setting.</param>
public sealed record GoldFacts(int Names, int WithoutCategory, int UnknownIds, int Unreachable, int Categories, bool FromJudgments, int LeftOut = 0, int Failed = 0);
