namespace LlmRec.Workbench.Mapping.Settings;

/// <summary>One waiting pair: the mapping of its text and where it starts.</summary>
internal readonly record struct PlannedPair(long MappingId, string SourceId);

/// <summary>One category that a text may mean.</summary>
internal readonly record struct PlannedTarget(long MappingId, string CategoryId, double Score);
