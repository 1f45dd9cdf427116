using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace LlmRec.Workbench.Storage.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class Mapping : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "Error",
                table: "Mappings",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "SettingsId",
                table: "Mappings",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "Accepted",
                table: "MappingCandidates",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<double>(
                name: "Choice",
                table: "MappingCandidates",
                type: "REAL",
                nullable: false,
                defaultValue: 0.0);

            migrationBuilder.AddColumn<double>(
                name: "Embedding",
                table: "MappingCandidates",
                type: "REAL",
                nullable: false,
                defaultValue: 0.0);

            migrationBuilder.AddColumn<double>(
                name: "Titles",
                table: "MappingCandidates",
                type: "REAL",
                nullable: false,
                defaultValue: 0.0);

            migrationBuilder.CreateTable(
                name: "ChoiceOrders",
                columns: table => new
                {
                    RunId = table.Column<int>(type: "INTEGER", nullable: false),
                    By = table.Column<string>(type: "TEXT", nullable: false),
                    At = table.Column<long>(type: "INTEGER", nullable: false),
                    TakenAt = table.Column<long>(type: "INTEGER", nullable: true),
                    ChoiceRunId = table.Column<int>(type: "INTEGER", nullable: true),
                    Note = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ChoiceOrders", x => x.RunId);
                    table.ForeignKey(
                        name: "FK_ChoiceOrders_Runs_RunId",
                        column: x => x.RunId,
                        principalTable: "Runs",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "EmbeddingCache",
                columns: table => new
                {
                    Hash = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    Vector = table.Column<byte[]>(type: "BLOB", nullable: false),
                    At = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_EmbeddingCache", x => x.Hash);
                });

            migrationBuilder.CreateTable(
                name: "FusionFits",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    At = table.Column<long>(type: "INTEGER", nullable: false),
                    By = table.Column<string>(type: "TEXT", nullable: false),
                    Examples = table.Column<int>(type: "INTEGER", nullable: false),
                    Coefficients = table.Column<string>(type: "TEXT", nullable: false),
                    Report = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_FusionFits", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "GoldSets",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Name = table.Column<string>(type: "TEXT", nullable: false),
                    By = table.Column<string>(type: "TEXT", nullable: false),
                    At = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_GoldSets", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "MappingChoices",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Key = table.Column<string>(type: "TEXT", nullable: false),
                    CategoryId = table.Column<string>(type: "TEXT", nullable: true),
                    Offered = table.Column<string>(type: "TEXT", nullable: false),
                    RunId = table.Column<int>(type: "INTEGER", nullable: false),
                    RunItemId = table.Column<long>(type: "INTEGER", nullable: false),
                    Model = table.Column<string>(type: "TEXT", nullable: false),
                    At = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_MappingChoices", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "MappingSettings",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    At = table.Column<long>(type: "INTEGER", nullable: false),
                    By = table.Column<string>(type: "TEXT", nullable: false),
                    FitId = table.Column<int>(type: "INTEGER", nullable: true),
                    TargetPrecision = table.Column<double>(type: "REAL", nullable: false),
                    AcceptFrom = table.Column<double>(type: "REAL", nullable: false),
                    EmbeddingProfile = table.Column<string>(type: "TEXT", nullable: true),
                    Note = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_MappingSettings", x => x.Id);
                    table.ForeignKey(
                        name: "FK_MappingSettings_FusionFits_FitId",
                        column: x => x.FitId,
                        principalTable: "FusionFits",
                        principalColumn: "Id");
                });

            migrationBuilder.CreateTable(
                name: "GoldRow",
                columns: table => new
                {
                    GoldSetId = table.Column<int>(type: "INTEGER", nullable: false),
                    Number = table.Column<int>(type: "INTEGER", nullable: false),
                    Name = table.Column<string>(type: "TEXT", nullable: false),
                    CategoryIds = table.Column<string>(type: "TEXT", nullable: false),
                    Stratum = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_GoldRow", x => new { x.GoldSetId, x.Number });
                    table.ForeignKey(
                        name: "FK_GoldRow_GoldSets_GoldSetId",
                        column: x => x.GoldSetId,
                        principalTable: "GoldSets",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "MappingEvaluations",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    At = table.Column<long>(type: "INTEGER", nullable: false),
                    By = table.Column<string>(type: "TEXT", nullable: false),
                    GoldSetId = table.Column<int>(type: "INTEGER", nullable: true),
                    GoldName = table.Column<string>(type: "TEXT", nullable: false),
                    Label = table.Column<string>(type: "TEXT", nullable: false),
                    Options = table.Column<string>(type: "TEXT", nullable: false),
                    Report = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_MappingEvaluations", x => x.Id);
                    table.ForeignKey(
                        name: "FK_MappingEvaluations_GoldSets_GoldSetId",
                        column: x => x.GoldSetId,
                        principalTable: "GoldSets",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.SetNull);
                });

            migrationBuilder.CreateIndex(
                name: "IX_Mappings_SettingsId",
                table: "Mappings",
                column: "SettingsId");

            migrationBuilder.CreateIndex(
                name: "IX_ChoiceOrders_TakenAt",
                table: "ChoiceOrders",
                column: "TakenAt");

            migrationBuilder.CreateIndex(
                name: "IX_MappingChoices_Key",
                table: "MappingChoices",
                column: "Key");

            migrationBuilder.CreateIndex(
                name: "IX_MappingEvaluations_GoldSetId",
                table: "MappingEvaluations",
                column: "GoldSetId");

            migrationBuilder.CreateIndex(
                name: "IX_MappingSettings_FitId",
                table: "MappingSettings",
                column: "FitId");

            migrationBuilder.AddForeignKey(
                name: "FK_Mappings_MappingSettings_SettingsId",
                table: "Mappings",
                column: "SettingsId",
                principalTable: "MappingSettings",
                principalColumn: "Id");

            // What was mapped before candidates were marked: the first one was taken.
            migrationBuilder.Sql("""UPDATE "MappingCandidates" SET "Accepted" = TRUE WHERE "Rank" = 1 AND "MappingId" IN (SELECT "Id" FROM "Mappings" WHERE "Outcome" = 'Mapped')""");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropForeignKey(
                name: "FK_Mappings_MappingSettings_SettingsId",
                table: "Mappings");

            migrationBuilder.DropTable(
                name: "ChoiceOrders");

            migrationBuilder.DropTable(
                name: "EmbeddingCache");

            migrationBuilder.DropTable(
                name: "GoldRow");

            migrationBuilder.DropTable(
                name: "MappingChoices");

            migrationBuilder.DropTable(
                name: "MappingEvaluations");

            migrationBuilder.DropTable(
                name: "MappingSettings");

            migrationBuilder.DropTable(
                name: "GoldSets");

            migrationBuilder.DropTable(
                name: "FusionFits");

            migrationBuilder.DropIndex(
                name: "IX_Mappings_SettingsId",
                table: "Mappings");

            migrationBuilder.DropColumn(
                name: "Error",
                table: "Mappings");

            migrationBuilder.DropColumn(
                name: "SettingsId",
                table: "Mappings");

            migrationBuilder.DropColumn(
                name: "Accepted",
                table: "MappingCandidates");

            migrationBuilder.DropColumn(
                name: "Choice",
                table: "MappingCandidates");

            migrationBuilder.DropColumn(
                name: "Embedding",
                table: "MappingCandidates");

            migrationBuilder.DropColumn(
                name: "Titles",
                table: "MappingCandidates");
        }
    }
}
