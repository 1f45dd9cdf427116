namespace LlmRec.Workbench.Catalog.Importing;

/// <summary>Why a line (or the whole file) cannot be imported, or deserves a notice.</summary>
public enum FindingCode
{
    Unreadable,
    FileTooLarge,

    /// <summary>The file is compressed, or a spreadsheet.</summary>
    Packed,
    BadParquet,
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
    TitleTooLong,
    ControlCharacter,
    DuplicateId,

    /// <summary>Without IDs, title and attributes say which product it is; two rows of it name two categories.</summary>
    DuplicateTitle,
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

    /// <summary>A notice: without IDs, a second row with the same title and attributes is the same product.</summary>
    SameTitle,
}
