using LlmRec.Workbench.Mapping;

namespace LlmRec.Workbench.Releases;

/// <summary>How the target of a released pair was found: the strongest evidence of the chosen candidate, or a person.</summary>
public static class ReleaseMethods
{
    /// <summary>A person searched the tree for it.</summary>
    public const string Manual = "manual";

    /// <summary>The name of the strongest evidence; of equal ones the more certain kind.</summary>
    internal static string Strongest(CandidateEvidence evidence) =>
        Enum.GetValues<EvidenceKind>().MaxBy(kind => evidence[kind]).ToString().ToLowerInvariant();
}
