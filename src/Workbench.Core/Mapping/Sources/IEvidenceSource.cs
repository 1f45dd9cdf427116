namespace LlmRec.Workbench.Mapping.Sources;

/// <summary>One reason to believe that a text means a category.</summary>
internal interface IEvidenceSource
{
    EvidenceKind Kind { get; }

    /// <summary>Writes what this source knows about <paramref name="text"/> into <paramref name="table"/>. Leaves out categories it says nothing about.</summary>
    void AddTo(EvidenceTable table, MappingText text);
}
