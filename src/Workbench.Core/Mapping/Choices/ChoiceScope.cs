using System.Globalization;
using LlmRec.Workbench.Runs;

namespace LlmRec.Workbench.Mapping.Choices;

/// <summary>The scope of a choices run: <c>all</c>, <c>run:7</c> (names that run 7 gave) or a category ID (names given for its subtree).</summary>
public sealed record ChoiceScope(int? RunId = null, string? CategoryId = null)
{
    private const string RunPart = "run:";

    /// <summary>The scope of what one run gave.</summary>
    public static string OfRun(int runId) => string.Create(CultureInfo.InvariantCulture, $"{RunPart}{runId}");

    /// <summary>Never throws: a text that is neither <c>all</c> nor a run is taken for a category ID.</summary>
    public static ChoiceScope Parse(string scope) =>
        scope == RunRequest.AllScope ? new ChoiceScope()
        : scope.StartsWith(RunPart, StringComparison.Ordinal) && int.TryParse(scope.AsSpan(RunPart.Length), NumberStyles.None, CultureInfo.InvariantCulture, out var run)
            ? new ChoiceScope(RunId: run)
            : new ChoiceScope(CategoryId: scope);
}
