using LlmRec.Workbench.Titles.Comparison;
using LlmRec.Workbench.Web.Resources;

namespace LlmRec.Workbench.Web.Components.Pages.Titles;

internal static class TitleArmText
{
    public static string Name(Texts t, TitleArm arm)
    {
        if (arm.IsNewest)
        {
            return t["Titles.Arm.Newest"];
        }

        List<string> parts = [];
        if (arm.RunId is { } run)
        {
            parts.Add(t["Titles.Arm.Run", run]);
        }

        if (arm.Prompt is not null)
        {
            parts.Add(arm.Version is { } version ? $"{arm.Prompt} v{version}" : arm.Prompt);
        }

        if (arm.Model is not null)
        {
            parts.Add(t["Titles.Arm.Model", arm.Model]);
        }

        return string.Join(" · ", parts);
    }

    /// <summary>Model, measure and method of every figure on a page, in one line.</summary>
    public static string Measure(Texts t, string? scorer, PerplexityMeasure measure)
    {
        List<string> parts = [scorer ?? t["Titles.NoScorer"], t[measure.PerCharacter ? "Titles.PerCharacter" : "Titles.PerToken"]];
        if (measure.WithoutUnknown)
        {
            parts.Add(t["Titles.WithoutUnknown"]);
        }

        if (measure.WithoutOpening)
        {
            parts.Add(t["Titles.WithoutOpening"]);
        }

        return string.Join(" · ", parts);
    }
}
