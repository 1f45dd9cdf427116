namespace LlmRec.Workbench.Models;

/// <summary>How many answers the response cache holds and from when.</summary>
public sealed record CacheSummary(int Entries, DateTimeOffset? Oldest, DateTimeOffset? Newest);
