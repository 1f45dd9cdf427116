namespace LlmRec.Workbench.Catalog.Importing;

/// <summary>A row of a file of products.</summary>
/// <param name="HasOwnId">Whether the file gave the ID; else it was made from title and attributes.</param>
/// <param name="Title">Null where the row was rejected: then only its ID counts, so that a second row of that ID is told.</param>
/// <param name="CategoryId">Null where the row names no category.</param>
internal sealed record ItemRow(int Line, string Id, bool HasOwnId, string? Title, string? CategoryId, string Attributes)
{
    public static ItemRow Rejected(int line, string id) => new(line, id, HasOwnId: true, Title: null, CategoryId: null, Attributes: "");
}
