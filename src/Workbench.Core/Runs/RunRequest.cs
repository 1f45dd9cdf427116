namespace LlmRec.Workbench.Runs;

/// <summary>What a person asks for when starting a run.</summary>
/// <param name="Kind">Name of the run kind.</param>
/// <param name="Prompt"><c>name</c>, <c>name@3</c> or <c>name@label</c>; null for the kind's first prompt.</param>
/// <param name="ModelProfile">Null for the default profile.</param>
/// <param name="Scope"><c>all</c> or a category ID.</param>
/// <param name="Limit">At most so many subjects; null for all.</param>
/// <param name="CostLimit">Pause when so much is spent, in the profile's currency; null for no limit.</param>
public sealed record RunRequest(
    string Kind, string? Prompt = null, string? ModelProfile = null, string Scope = RunRequest.AllScope, int? Limit = null, decimal? CostLimit = null)
{
    public const string AllScope = "all";
}
