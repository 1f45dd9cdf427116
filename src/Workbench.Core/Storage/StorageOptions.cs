namespace LlmRec.Workbench.Storage;

/// <summary>Where the workbench keeps its data (section <c>Storage</c>).</summary>
public sealed class StorageOptions
{
    public const string Section = "Storage";

    /// <summary>A SQLite file path or a PostgreSQL connection string (one that has <c>Host=</c>). Empty: <c>workbench.db</c> in the data folder.</summary>
    public string Database { get; set; } = "";

    /// <summary>Folder for everything that is not in the database. Empty: beside a SQLite file that was named, else the user's application data folder.</summary>
    public string DataFolder { get; set; } = "";
}
