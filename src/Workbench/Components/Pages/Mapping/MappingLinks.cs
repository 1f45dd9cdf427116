using System.Globalization;

namespace LlmRec.Workbench.Web.Components.Pages.Mapping;

internal static class MappingLinks
{
    public const string Root = "/mapping";
    public const string Evaluation = "/mapping/evaluation";

    /// <summary>One stored evaluation.</summary>
    public static string Of(int evaluationId) => string.Create(CultureInfo.InvariantCulture, $"{Evaluation}/{evaluationId}");

    /// <summary>An evaluation as a file: <c>report.json</c>, <c>figures.csv</c> or <c>names.csv</c>.</summary>
    public static string File(int evaluationId, string name) => string.Create(CultureInfo.InvariantCulture, $"/api/v1/mapping/evaluations/{evaluationId}/{name}");
}
