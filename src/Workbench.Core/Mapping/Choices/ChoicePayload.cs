namespace LlmRec.Workbench.Mapping.Choices;

/// <summary>What is stored of an answer.</summary>
/// <param name="Picked">Category IDs; empty when the model declined, null when the answer says nothing.</param>
internal sealed record ChoicePayload(ChoiceSubject Subject, IReadOnlyList<string>? Picked);
