using LlmRec.Workbench.Mapping;
using LlmRec.Workbench.Mapping.Evaluation;
using LlmRec.Workbench.Web.Resources;

namespace LlmRec.Workbench.Web.Components.Pages.Mapping;

/// <summary>What people call settings, sources and gold sets.</summary>
internal static class SpecText
{
    /// <summary>Of the base alone; empty for no setting.</summary>
    public static string Base(Texts t, string? text) => string.IsNullOrEmpty(text) || MappingSpec.Parse(text) is not { } spec
        ? t["Mapping.Spec.None"]
        : spec.Number is { } number ? t[$"Mapping.Spec.{spec.Base}", number] : t[$"Mapping.Spec.{spec.Base}"];

    /// <summary>Of a measured setting, with everything that makes it differ.</summary>
    public static string Of(Texts t, SettingHead head) => MappingSpec.Parse(head.Spec) is { } spec
        ? string.Join(" ", [
            Base(t, new MappingSpec(spec.Base, spec.Number).ToString()), .. spec.Base == MappingBase.Now && head.SettingsId is { } id ? [$"(#{id})"] : Array.Empty<string>(),
            .. spec.Without.Select(kind => "− " + Source(t, kind)), .. spec.EmbeddingProfile is { } profile ? ["+ " + profile] : Array.Empty<string>(),
        ])
        : head.Label;

    public static string Source(Texts t, EvidenceKind kind) => t[$"Review.Evidence.{kind}"];

    public static string Gold(Texts t, EvaluationSummary evaluation) => evaluation.Head.FromJudgments ? t["Mapping.Gold.Judgments"] : evaluation.GoldName;

    public static string Stratum(Texts t, string stratum, bool fromJudgments) =>
        stratum == MappingFigures.All ? t["Mapping.Figures.All"] : fromJudgments ? t[$"Mapping.Stratum.{stratum}"] : stratum;
}
