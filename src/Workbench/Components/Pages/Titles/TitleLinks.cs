using System.Globalization;

namespace LlmRec.Workbench.Web.Components.Pages.Titles;

internal static class TitleLinks
{
    public const string Root = "/titles";
    public const string Versions = "/titles/versions";
    public const string Repair = "/titles/repair";
    public const string Words = "/titles/words";
    public const string Vectors = "/titles/vectors";
    public const string Review = "/review/titles";
    public const string Run = "/runs/new?kind=titles";

    /// <summary>The desk, with one title open.</summary>
    public static string Judge(long titleId) => string.Create(CultureInfo.InvariantCulture, $"{Review}?title={titleId}");
}
