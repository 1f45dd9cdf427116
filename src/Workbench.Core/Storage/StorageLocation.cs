namespace LlmRec.Workbench.Storage;

/// <summary>The database and the folders that <see cref="StorageOptions"/> come down to on this machine.</summary>
public sealed class StorageLocation
{
    private const string DefaultFileName = "workbench.db";

    public StorageLocation(StorageOptions options)
    {
        IsPostgres = options.Database.Contains("Host=", StringComparison.OrdinalIgnoreCase);
        var defaultFolder = Path.Combine(
            Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData, Environment.SpecialFolderOption.DoNotVerify),
            "llmrec-workbench");
        DatabaseFile = IsPostgres ? null
            : Path.GetFullPath(options.Database.Length > 0 ? options.Database : Path.Combine(FirstSet(options.DataFolder, defaultFolder), DefaultFileName));
        ConnectionString = DatabaseFile is null ? options.Database : $"Data Source={DatabaseFile}";
        DataFolder = Path.GetFullPath(FirstSet(options.DataFolder, DatabaseFile is null ? defaultFolder : FolderBeside(DatabaseFile)));
    }

    public bool IsPostgres { get; }

    /// <summary>The SQLite file; null on PostgreSQL.</summary>
    public string? DatabaseFile { get; }

    public string ConnectionString { get; }

    /// <summary>Holds <c>releases</c>, <c>backups</c>, <c>keys</c> and <c>models</c>.</summary>
    public string DataFolder { get; }

    public string ReleasesFolder => Path.Combine(DataFolder, "releases");
    public string BackupsFolder => Path.Combine(DataFolder, "backups");
    public string KeysFolder => Path.Combine(DataFolder, "keys");
    public string ModelsFolder => Path.Combine(DataFolder, "models");

    // Two databases in one folder must not share releases: the default file owns its folder, any other file gets one of its own name.
    private static string FolderBeside(string file) =>
        Path.GetFileName(file) == DefaultFileName ? Path.GetDirectoryName(file)! : Path.ChangeExtension(file, null) + "-files";

    private static string FirstSet(string first, string second) => first.Length > 0 ? first : second;
}
