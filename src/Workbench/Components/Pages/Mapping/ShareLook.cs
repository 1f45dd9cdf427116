using LlmRec.Workbench.Web.Components.Pages.Titles;
using Plotly.Blazor;

namespace LlmRec.Workbench.Web.Components.Pages.Mapping;

/// <summary>How charts of shares look in both themes: both axes from 0 to 1, the first setting in the accent colour, the second in that of proposals.</summary>
internal static class ShareLook
{
    public static string Colour(int setting, bool dark) => setting == 0 ? PerplexityLook.Sentence(dark) : PerplexityLook.Baseline(dark);

    public static string Quiet(bool dark) => PerplexityLook.Raw(dark);

    public static Plotly.Blazor.Layout NewLayout(bool dark, string question, string x, string y)
    {
        var layout = PerplexityLook.NewLayout(dark, question, x, y);
        var (across, up) = (layout.XAxis![0], layout.YAxis![0]);
        across.Type = Plotly.Blazor.LayoutLib.XAxisLib.TypeEnum.Linear;
        across.DTick = up.DTick = 0.2m;
        across.TickFormat = up.TickFormat = ".0%";
        across.Range = [0, 1.02];

        // On a phone the plot is low: the legend, placed by its height, would stand on the title of the axis.
        across.Title!.Standoff = 4;
        layout.Legend![0].Y = -0.6m;
        return layout;
    }
}
