using System.Globalization;
using LlmRec.Workbench.Web.Api;
using LlmRec.Workbench.Web.Components.Pages.Titles;

namespace LlmRec.Workbench.Web.Components.Pages.Vectors;

internal static class VectorLinks
{
    public const string Root = TitleLinks.Vectors;
    public const string New = $"{Root}/new";

    public static string Of(int number) => string.Create(CultureInfo.InvariantCulture, $"{Root}/{number}");

    public static string File(int number, string name) => string.Create(CultureInfo.InvariantCulture, $"{VectorsApi.Root}/{number}/files/{name}");
}
