namespace LlmRec.Workbench.Mapping.Reconciliation;

/// <summary>What a query's types mean (Reconciliation Service API 0.2, <c>type_strict</c>).</summary>
public enum TypeStrictness
{
    /// <summary>A candidate must have one of the types.</summary>
    Any,

    /// <summary>A candidate must have all of the types.</summary>
    All,

    /// <summary>Candidates of another type are shown only when there is none of these.</summary>
    Should,
}
