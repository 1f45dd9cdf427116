using System.Globalization;
using LlmRec.Workbench.Web.Api;

namespace LlmRec.Workbench.Web.Components.Pages.Releases;

internal static class ReleaseLinks
{
    public const string Root = "/releases";
    public const string New = "/releases/new";

    public static string Of(int number) => string.Create(CultureInfo.InvariantCulture, $"{Root}/{number}");

    public static string File(int number, string name) => string.Create(CultureInfo.InvariantCulture, $"{ReleasesApi.Root}/{number}/files/{name}");
}
