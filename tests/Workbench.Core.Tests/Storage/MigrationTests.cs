using LlmRec.Workbench.Catalog;
using LlmRec.Workbench.Storage;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace LlmRec.Workbench.Tests.Storage;

public sealed class MigrationTests(PostgresServer postgres)
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public static TheoryData<DatabaseKind> Kinds => StorageContractTests.Kinds;

    [Fact]
    public void Model_Sqlite_HasAMigrationForEveryChange() =>
        AssertNoPendingChanges(new SqliteWorkbenchDbContext(StorageServices.SqliteOptions("Data Source=unused.db")), "Sqlite");

    [Fact]
    public void Model_Postgres_HasAMigrationForEveryChange() =>
        AssertNoPendingChanges(new PostgresWorkbenchDbContext(StorageServices.PostgresOptions("Host=unused")), "Postgres");

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task Migrate_EmptyDatabase_AppliesEverythingOnceAndBacksNothingUp(DatabaseKind kind)
    {
        await using var database = await kind.CreateAsync(postgres);

        await database.Get<DatabaseSetup>().MigrateAsync(Token);

        await using var db = database.Open();
        (await db.Database.GetPendingMigrationsAsync(Token)).ShouldBeEmpty();
        Directory.Exists(database.Get<StorageLocation>().BackupsFolder).ShouldBeFalse();
    }

    [Fact]
    public async Task Migrate_SqliteThatLacksAMigration_IsCopiedWholeBefore()
    {
        await using var database = await TestDatabase.CreateAsync();
        await database.AddAsync(new Category { Id = "kept", Name = "kept", Path = "kept" });
        await ForgetLastMigrationAsync(database);

        await Should.ThrowAsync<SqliteException>(() => database.Get<DatabaseSetup>().MigrateAsync(Token));

        var backup = Directory.GetFiles(database.Get<StorageLocation>().BackupsFolder).ShouldHaveSingleItem();
        Path.GetFileName(backup).ShouldStartWith("20260105-080000-before-");
        await using var copy = new SqliteWorkbenchDbContext(StorageServices.SqliteOptions($"Data Source={backup};Pooling=False"));
        (await copy.Categories.SingleAsync(Token)).Id.ShouldBe("kept");
    }

    // Whatever the newest migration does, the database then already has it: applying it again fails, and the backup is what is left to look at.
    private static async Task ForgetLastMigrationAsync(TestDatabase database)
    {
        await using var db = database.Open();
        var migrations = db.Database.GetMigrations().ToList();
        await db.Database.ExecuteSqlAsync($"DELETE FROM \"__EFMigrationsHistory\" WHERE \"MigrationId\" = {migrations[^1]}", Token);
        await db.Database.ExecuteSqlAsync($"INSERT INTO \"__EFMigrationsHistory\" VALUES ('00000000000000_Earlier', '10.0.0')", Token);
    }

    private static void AssertNoPendingChanges(WorkbenchDbContext db, string provider)
    {
        using (db)
        {
            db.GetService<IMigrationsAssembly>().Migrations.ShouldNotBeEmpty();
            db.Database.HasPendingModelChanges().ShouldBeFalse(
                $"The model has changed since the last {provider} migration. Add one: dotnet ef migrations add NAME --project src/Workbench.Core "
                + $"--context {provider}WorkbenchDbContext --output-dir Storage/Migrations/{provider}");
        }
    }
}
