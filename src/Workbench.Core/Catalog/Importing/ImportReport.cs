namespace LlmRec.Workbench.Catalog.Importing;

/// <summary>What an import would do, or has done: nothing at all when there is a single rejection.</summary>
public sealed class ImportReport
{
    public required string Kind { get; init; }
    public required string FileName { get; init; }
    public ImportFormat Format { get; internal set; }

    /// <summary>As found out: <c>UTF-8</c>, <c>UTF-16</c> or <c>GB18030</c>; empty for Parquet.</summary>
    public string Encoding { get; internal set; } = "";

    /// <summary>Rows read, rejected ones not counted.</summary>
    public int Total { get; internal set; }

    /// <summary>Products that come without a category; their titles are normalised all the same.</summary>
    public int Unfiled { get; internal set; }

    public ChangeList Changes { get; } = new();

    /// <summary>Reasons not to import the file; any one is enough.</summary>
    public FindingList Rejections { get; } = new();

    /// <summary>What a person may want to know and that does no harm.</summary>
    public FindingList Notices { get; } = new();

    /// <summary>The columns that could give a category its name, and the one that does.</summary>
    public IReadOnlyList<string> NameColumns { get; internal set; } = [];

    public string? NameColumn { get; internal set; }

    /// <summary>Whether the database has it now.</summary>
    public bool Committed { get; internal set; }

    public bool CanCommit => Rejections.Count == 0;
}
