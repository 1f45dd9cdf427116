using System.Globalization;
using LlmRec.Workbench.Web.Components.Shared;

namespace LlmRec.Workbench.Web.Components.Pages.Vectors;

internal static class VectorSize
{
    public static string Of(long bytes) => bytes switch
    {
        < 1L << 10 => $"{Format.Number(bytes)} B",
        < 1L << 20 => (bytes / 1024.0).ToString("0.#", CultureInfo.CurrentCulture) + " KB",
        < 1L << 30 => (bytes / 1024.0 / 1024).ToString("0.#", CultureInfo.CurrentCulture) + " MB",
        _ => (bytes / 1024.0 / 1024 / 1024).ToString("0.##", CultureInfo.CurrentCulture) + " GB",
    };
}
