using System.Globalization;
using LlmRec.Workbench.Perplexity;
using LlmRec.Workbench.Web.Components.Shared;
using LlmRec.Workbench.Web.Resources;

namespace LlmRec.Workbench.Web.Components.Pages.Models;

/// <summary>A scorer's facts in words.</summary>
internal static class ScorerText
{
    private const string Dash = "–";
    private const double BytesPerMegabyte = 1_000_000;

    public static string Method(Texts t, ScorerInfo scorer) => scorer switch
    {
        { Method: "" } => Dash,
        { Kind: ScorerKind.Endpoint } => t[$"Models.Scorer.Method.{scorer.Method}"],
        _ => scorer.Method,
    };

    /// <summary>What a figure of this method measures.</summary>
    public static string? Explain(Texts t, ScorerInfo scorer) => scorer.Kind == ScorerKind.Endpoint ? t[$"Models.Scorer.Tip.{scorer.Method}"] : null;

    public static string Order(ScorerInfo scorer) => scorer.Model is { } model ? Format.Number(model.NgramCounts.Count) : Dash;

    public static string Ngrams(ScorerInfo scorer) => scorer.Model is { } model ? Format.Number(model.NgramCounts.Sum()) : Dash;

    public static string Size(ScorerInfo scorer) =>
        scorer.Model is { } model ? string.Create(CultureInfo.CurrentCulture, $"{model.Size / BytesPerMegabyte:N1} MB") : Dash;
}
