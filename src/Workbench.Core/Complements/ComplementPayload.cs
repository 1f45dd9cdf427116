using LlmRec.Workbench.Mapping;

namespace LlmRec.Workbench.Complements;

/// <summary>The mapped names of one answer, in its order.</summary>
internal sealed record ComplementPayload(IReadOnlyList<MappingResult> Mentions);
