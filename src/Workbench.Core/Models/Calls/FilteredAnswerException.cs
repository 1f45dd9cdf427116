namespace LlmRec.Workbench.Models.Calls;

/// <summary>A response arrived, but the provider's content filter took the answer out of it.</summary>
internal sealed class FilteredAnswerException() : Exception("The answer was cut off.");
