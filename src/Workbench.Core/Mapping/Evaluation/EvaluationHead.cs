using LlmRec.Workbench.Statistics;

namespace LlmRec.Workbench.Mapping.Evaluation;

/// <summary>What an evaluation was made with, and its headline figures: small enough to read for a whole list.</summary>
/// <param name="B">The second setting; null for none.</param>
/// <param name="Ablation">Whether the sources were measured one by one.</param>
public sealed record EvaluationHead(int Names, bool FromJudgments, SettingHead A, SettingHead? B, bool Ablation)
{
    internal static EvaluationHead Of(EvaluationReport report, MeasuredOptions a, MeasuredOptions? b) => new(
        report.Gold.Names, report.Gold.FromJudgments, SettingHead.Of(a, report.A), b is null ? null : SettingHead.Of(b, report.B!), report.Ablation.Count > 0);
}

/// <summary>One measured setting: everything that its mappings depended on, but the data, and its headline figures.</summary>
/// <param name="Spec">Text of the <see cref="MappingSpec"/>.</param>
/// <param name="SettingsId">The stored settings; null for the shipped ones and for a trial.</param>
/// <param name="Sources">The evidence that was asked.</param>
/// <param name="AcceptFrom">Probability from which a candidate was accepted.</param>
/// <param name="PlausibleFrom">Probability below which a first candidate was not plausible.</param>
/// <param name="Coefficients">Of the fusion, as JSON.</param>
public sealed record SettingHead(
    string Spec, string Label, int? SettingsId, IReadOnlyList<EvidenceKind> Sources, string? EmbeddingProfile, double AcceptFrom, double PlausibleFrom,
    string Coefficients, Rate AtOne, Rate AtTen, Rate Accepted, Rate Precision)
{
    internal static SettingHead Of(MeasuredOptions measured, SettingReport report) => new(
        measured.Spec.ToString(), measured.Label, measured.Options.SettingsId, [.. measured.Options.Sources.Order()], measured.Options.EmbeddingProfile,
        measured.Options.Rule.AcceptFrom, measured.Options.Rule.PlausibleFrom, measured.Options.Coefficients.ToJson(), report.All.AtOne, report.All.AtTen,
        report.All.Accepted, report.All.Precision);
}
