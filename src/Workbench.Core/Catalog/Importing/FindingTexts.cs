using System.Collections.Frozen;

namespace LlmRec.Workbench.Catalog.Importing;

/// <summary>What each finding says in English; {0} and {1} are its arguments.</summary>
internal static class FindingTexts
{
    public static readonly FrozenDictionary<FindingCode, string> English = new Dictionary<FindingCode, string>
    {
        [FindingCode.Unreadable] = "The file cannot be read: {0}",
        [FindingCode.FileTooLarge] = "The file has {0} MB; at most {1} MB can be imported at once. Split it.",
        [FindingCode.Packed] = "The file is packed ({0}), not plain text or Parquet. Unpack it, or save the table as CSV, and choose that file.",
        [FindingCode.BadParquet] = "The Parquet file cannot be read: {0} Write it again; a copy may have been cut off.",
        [FindingCode.LineTooLong] = "The line is longer than {0} bytes. Is this a text file with one row per line?",
        [FindingCode.TooManyRows] = "The file has more than {0} rows. Split it.",
        [FindingCode.NoRows] = "The file has no rows.",
        [FindingCode.NoColumn] = "There is no column '{0}'. The first line must name the columns; found: {1}.",
        [FindingCode.NoNameColumn] = "There is no name column '{0}'. Choose one of: {1}.",
        [FindingCode.BrokenEncoding] = "The text is broken: it holds bytes that are not {0}. Save the file as UTF-8. It reads: {1}",
        [FindingCode.BadJson] = "This is not one JSON object on one line: {0}",
        [FindingCode.BadQuotes] = "The quotes do not match: {0}",
        [FindingCode.TooManyCells] = "The row has {0} cells, the header only {1}.",
        [FindingCode.NotTaxonomy] = "This is not 'ID - A > B > C': {0}",
        [FindingCode.EmptyId] = "The ID is empty.",
        [FindingCode.EmptyName] = "The name is empty (ID {0}).",
        [FindingCode.EmptyTitle] = "The title is empty (ID {0}).",
        [FindingCode.EmptyQuery] = "The query is empty.",
        [FindingCode.TooLong] = "'{0}' is longer than {1} characters.",
        [FindingCode.TitleTooLong] = "The title has {0} characters; at most {1} can be imported. Shorten it or remove the row.",
        [FindingCode.ControlCharacter] = "'{0}' holds the control character {1}. Remove it.",
        [FindingCode.DuplicateId] = "The ID {0} stands in line {1} already.",
        [FindingCode.DuplicateTitle] = "Line {0} has the same title and attributes with another category. Remove one of them, or give both IDs.",
        [FindingCode.DuplicateClick] = "The query and category stand in line {0} already.",
        [FindingCode.MissingParent] = "The parent '{0}' of {1} is not in the file.",
        [FindingCode.Cycle] = "The category is its own ancestor: {0}",
        [FindingCode.TooDeep] = "The category {0} is more than {1} levels deep.",
        [FindingCode.UnknownCategory] = "The category '{0}' is not in the catalog. Import the categories first.",
        [FindingCode.RetiredCategory] = "The category '{0}' was retired by a later import of categories.",
        [FindingCode.BadAttributes] = "The column '{0}' is not a JSON object like {{\"brand\": \"…\"}}: {1}",
        [FindingCode.BadClicks] = "'{0}' is not a number of clicks (a whole number from 0).",
        [FindingCode.ParentNotListed] = "The parent '{0}' is not in the file; the category hangs under '{1}'.",
        [FindingCode.SamePath] = "Line {0} has the same path with another ID: {1}",
        [FindingCode.SameTitle] = "Line {0} has the same title and attributes; without IDs both are one product.",
    }.ToFrozenDictionary();
}
