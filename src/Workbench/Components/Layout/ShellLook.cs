namespace LlmRec.Workbench.Web.Components.Layout;

/// <summary>How a person set up the shell; kept in cookies so that the first paint is right.</summary>
public sealed record ShellLook(ThemeChoice Theme, bool SystemIsDark, bool NavCollapsed)
{
    public bool IsDark => Theme == ThemeChoice.Dark || (Theme == ThemeChoice.System && SystemIsDark);

    public static ShellLook FromCookies(IRequestCookieCollection cookies) => new(
        Enum.TryParse<ThemeChoice>(cookies["wb-theme"], ignoreCase: true, out var theme) ? theme : ThemeChoice.System,
        cookies["wb-system"] == "dark",
        cookies["wb-nav"] == "collapsed");
}

public enum ThemeChoice
{
    System,
    Light,
    Dark,
}
