namespace LlmRec.Workbench.Mapping;

/// <summary>How mapping a text to site categories ended. "Nothing found" and "could not look" are different facts.</summary>
public enum MappingOutcome
{
    /// <summary>One candidate is clearly right.</summary>
    Mapped,

    /// <summary>There are candidates, but a person must choose.</summary>
    Ambiguous,

    /// <summary>Looked everywhere and found nothing plausible.</summary>
    NoCategory,

    /// <summary>An evidence source could not be asked; look again.</summary>
    Failed,
}
