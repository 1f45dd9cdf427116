using Plotly.Blazor;
using Plotly.Blazor.ConfigLib;
using Plotly.Blazor.LayoutLib;

namespace LlmRec.Workbench.Web.Components.Pages.Titles;

/// <summary>How the charts about perplexity look in both themes; the colours are those of the accent, of machine proposals and of quiet text.</summary>
internal static class PerplexityLook
{
    private const int Height = 260;

    public static string Raw(bool dark) => dark ? "#9aa3b2" : "#5b6472";

    public static string Sentence(bool dark) => dark ? "#8fb0ff" : "#2f5dd0";

    public static string Baseline(bool dark) => dark ? "#f0a860" : "#b3590a";

    public static Plotly.Blazor.Config NewConfig() => new() { Responsive = true, DisplayModeBar = DisplayModeBarEnum.False };

    /// <summary>The question on top, a logarithmic axis of perplexity below, the legend between.</summary>
    public static Plotly.Blazor.Layout NewLayout(bool dark, string question, string x, string y, bool logarithmicY = false) => new()
    {
        Height = Height,
        PaperBgColor = "rgba(0,0,0,0)",
        PlotBgColor = "rgba(0,0,0,0)",
        Font = new Font { Color = Text(dark), Size = 12 },
        Title = new Title { Text = question, Font = new Plotly.Blazor.LayoutLib.TitleLib.Font { Size = 13 }, X = 0.01m },
        Margin = new Margin { L = 56, R = 12, T = 36, B = 72 },
        ShowLegend = true,
        Legend = [new Legend { Orientation = Plotly.Blazor.LayoutLib.LegendLib.OrientationEnum.H, Y = -0.38m }],
        XAxis =
        [
            new XAxis
            {
                Type = Plotly.Blazor.LayoutLib.XAxisLib.TypeEnum.Log, Title = new Plotly.Blazor.LayoutLib.XAxisLib.Title { Text = x }, GridColor = Grid(dark), DTick = 1,
            },
        ],
        YAxis =
        [
            new YAxis
            {
                Type = logarithmicY ? Plotly.Blazor.LayoutLib.YAxisLib.TypeEnum.Log : Plotly.Blazor.LayoutLib.YAxisLib.TypeEnum.Linear,
                Title = new Plotly.Blazor.LayoutLib.YAxisLib.Title { Text = y }, GridColor = Grid(dark), DTick = logarithmicY ? 1 : null,
            },
        ],
    };

    private static string Text(bool dark) => dark ? "#e6e9ef" : "#1b1f26";

    private static string Grid(bool dark) => dark ? "#303743" : "#e3e6eb";
}
