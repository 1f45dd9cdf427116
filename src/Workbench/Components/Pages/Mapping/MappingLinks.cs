using System.Globalization;

namespace LlmRec.Workbench.Web.Components.Pages.Mapping;

internal static class MappingLinks
{
    public const string Root = "/mapping";
    public const string Evaluation = "/mapping/evaluation";

    /// <summary>One stored evaluation.</summary>
    public static string Of(int evaluationId) => string.Create(CultureInfo.InvariantCulture, $"{Evaluation}/{evaluationId}");
}
