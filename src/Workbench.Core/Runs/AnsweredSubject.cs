namespace LlmRec.Workbench.Runs;

/// <summary>A subject with its newest usable answer.</summary>
public sealed record AnsweredSubject(string SubjectId, string SubjectName, int RunId, long ItemId, string Answer, DateTimeOffset? FinishedAt);
