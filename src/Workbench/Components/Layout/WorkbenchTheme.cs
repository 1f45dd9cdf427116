using MudBlazor;

namespace LlmRec.Workbench.Web.Components.Layout;

/// <summary>The one theme. State colours are CSS variables in <c>css/theme.css</c>; here are the accent, surfaces and type.</summary>
internal static class WorkbenchTheme
{
    // The reader's own system fonts, Chinese ones included: nothing is downloaded.
    private static readonly string[] Fonts =
    [
        "system-ui", "-apple-system", "Segoe UI", "Roboto", "PingFang SC", "Hiragino Sans GB", "Microsoft YaHei", "Noto Sans CJK SC",
        "Source Han Sans SC", "WenQuanYi Micro Hei", "sans-serif",
    ];

    public static MudTheme Theme { get; } = new()
    {
        LayoutProperties = new LayoutProperties { DefaultBorderRadius = "6px", AppbarHeight = "48px" },
        PaletteLight = Light(),
        PaletteDark = Dark(),
        Typography = Type(),
    };

    private static PaletteLight Light() => new()
    {
        Primary = "#2f5dd0", Secondary = "#5f6773", Background = "#f7f8fa", Surface = "#ffffff", TextPrimary = "#1b1f26", TextSecondary = "#5a6270",
        ActionDefault = "#5a6270", LinesDefault = "#e2e5ea", LinesInputs = "#b9bfc9", TableLines = "#eceef2", TableHover = "#f1f4fb", Divider = "#e2e5ea",
        Success = "#1a7f37", Error = "#c62828", Warning = "#8a5a00", Info = "#2f5dd0", OverlayDark = "rgba(20,24,32,.4)", DrawerText = "#1b1f26",
    };

    private static PaletteDark Dark() => new()
    {
        Primary = "#8fb0ff", PrimaryContrastText = "#10151f", Secondary = "#a3abb8", Background = "#14171c", Surface = "#1b1f26", TextPrimary = "#e6e9ef",
        TextSecondary = "#a3abb8", ActionDefault = "#a3abb8", LinesDefault = "#2d333d", LinesInputs = "#4a525f", TableLines = "#262b34", TableHover = "#222834",
        Divider = "#2d333d", Success = "#5fcb7c", Error = "#ff8a80", Warning = "#e9b44c", Info = "#8fb0ff", DrawerText = "#e6e9ef",
    };

    private static Typography Type() => new()
    {
        Default = new DefaultTypography { FontFamily = Fonts, FontSize = "0.875rem", LineHeight = "1.5", LetterSpacing = "normal" },
        H1 = new H1Typography { FontFamily = Fonts, FontSize = "1.25rem", FontWeight = "600", LineHeight = "1.4", LetterSpacing = "normal" },
        H2 = new H2Typography { FontFamily = Fonts, FontSize = "1rem", FontWeight = "600", LineHeight = "1.4", LetterSpacing = "normal" },
        H6 = new H6Typography { FontFamily = Fonts, FontSize = "1rem", FontWeight = "600", LineHeight = "1.4", LetterSpacing = "normal" },
        Body1 = new Body1Typography { FontFamily = Fonts, FontSize = "0.875rem", LineHeight = "1.5", LetterSpacing = "normal" },
        Body2 = new Body2Typography { FontFamily = Fonts, FontSize = "0.875rem", LineHeight = "1.5", LetterSpacing = "normal" },
        Subtitle1 = new Subtitle1Typography { FontFamily = Fonts, FontSize = "0.875rem", FontWeight = "400", LetterSpacing = "normal" },
        Subtitle2 = new Subtitle2Typography { FontFamily = Fonts, FontSize = "0.875rem", FontWeight = "600", LetterSpacing = "normal" },
        Caption = new CaptionTypography { FontFamily = Fonts, FontSize = "0.75rem", LetterSpacing = "normal" },
        Button = new ButtonTypography { FontFamily = Fonts, FontSize = "0.875rem", FontWeight = "500", TextTransform = "none", LetterSpacing = "normal" },
    };
}
