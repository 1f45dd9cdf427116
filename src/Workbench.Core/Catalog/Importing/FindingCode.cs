namespace LlmRec.Workbench.Catalog.Importing;

/// <summary>Why a line (or the whole file) cannot be imported, or deserves a notice.</summary>
public enum FindingCode
{
    Unreadable,
    FileTooLarge,
    LineTooLong,
    TooManyRows,
    NoRows,
    NoColumn,
    NoNameColumn,
    BrokenEncoding,
    BadJson,
    BadQuotes,
    TooManyCells,
    NotTaxonomy,
    EmptyId,
    EmptyName,
    EmptyTitle,
    EmptyQuery,
    TooLong,
    ControlCharacter,
    DuplicateId,
    DuplicateClick,
    MissingParent,
    Cycle,
    TooDeep,
    UnknownCategory,
    RetiredCategory,
    BadAttributes,
    BadClicks,

    /// <summary>A notice: the path names a parent that the file does not list.</summary>
    ParentNotListed,

    /// <summary>A notice: another ID has the same path.</summary>
    SamePath,
}
