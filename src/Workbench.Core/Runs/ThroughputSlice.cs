namespace LlmRec.Workbench.Runs;

/// <summary>How fast a run went in one slice of its time.</summary>
public sealed record ThroughputSlice(DateTimeOffset From, TimeSpan Length, double PerSecond);
