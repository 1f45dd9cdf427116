using LlmRec.Workbench.Storage;

namespace LlmRec.Workbench.Tests.Storage;

public sealed class StorageLocationTests
{
    [Fact]
    public void Location_NothingSet_IsAFileInTheUsersDataFolder()
    {
        var sut = new StorageLocation(new StorageOptions());

        Path.GetFileName(sut.DatabaseFile).ShouldBe("workbench.db");
        sut.DataFolder.ShouldEndWith("llmrec-workbench");
    }

    [Fact]
    public void Location_NamedFile_HasItsOwnFolderBeside()
    {
        var sut = new StorageLocation(new StorageOptions { Database = "/data/try.db" });

        (sut.DatabaseFile, sut.ReleasesFolder).ShouldBe(("/data/try.db", "/data/try-files/releases"));
    }

    [Fact]
    public void Location_PostgresConnection_HasNoFile()
    {
        var sut = new StorageLocation(new StorageOptions { Database = "Host=db;Database=w", DataFolder = "/data" });

        (sut.IsPostgres, sut.DatabaseFile, sut.ModelsFolder).ShouldBe((true, null, "/data/models"));
    }
}
