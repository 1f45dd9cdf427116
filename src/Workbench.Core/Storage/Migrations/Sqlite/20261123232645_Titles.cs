using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace LlmRec.Workbench.Storage.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class Titles : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<int>(
                name: "TitleCount",
                table: "Releases",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<int>(
                name: "VectorSetNumber",
                table: "Releases",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AlterColumn<long>(
                name: "PairId",
                table: "Judgments",
                type: "INTEGER",
                nullable: true,
                oldClrType: typeof(long),
                oldType: "INTEGER");

            migrationBuilder.AddColumn<string>(
                name: "Text",
                table: "Judgments",
                type: "TEXT",
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<long>(
                name: "TitleId",
                table: "Judgments",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AlterColumn<string>(
                name: "CategoryId",
                table: "Items",
                type: "TEXT",
                nullable: true,
                oldClrType: typeof(string),
                oldType: "TEXT");

            migrationBuilder.CreateTable(
                name: "TextScores",
                columns: table => new
                {
                    Scorer = table.Column<string>(type: "TEXT", nullable: false),
                    Key = table.Column<string>(type: "TEXT", nullable: false),
                    Log10 = table.Column<double>(type: "REAL", nullable: false),
                    Tokens = table.Column<int>(type: "INTEGER", nullable: false),
                    OovTokens = table.Column<int>(type: "INTEGER", nullable: false),
                    OovLog10 = table.Column<double>(type: "REAL", nullable: false),
                    Characters = table.Column<int>(type: "INTEGER", nullable: false),
                    At = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_TextScores", x => new { x.Scorer, x.Key });
                });

            migrationBuilder.CreateTable(
                name: "TitleNormalisations",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    ItemId = table.Column<string>(type: "TEXT", nullable: false),
                    CategoryId = table.Column<string>(type: "TEXT", nullable: true),
                    RawTitle = table.Column<string>(type: "TEXT", nullable: false),
                    Sentence = table.Column<string>(type: "TEXT", nullable: false),
                    Key = table.Column<string>(type: "TEXT", nullable: false),
                    Source = table.Column<string>(type: "TEXT", nullable: false),
                    Violations = table.Column<string>(type: "TEXT", nullable: false),
                    State = table.Column<string>(type: "TEXT", nullable: false),
                    ApprovedText = table.Column<string>(type: "TEXT", nullable: false),
                    JudgmentId = table.Column<long>(type: "INTEGER", nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false),
                    IsNewest = table.Column<bool>(type: "INTEGER", nullable: false),
                    ScorerName = table.Column<string>(type: "TEXT", nullable: true),
                    RawPerplexity = table.Column<double>(type: "REAL", nullable: true),
                    Perplexity = table.Column<double>(type: "REAL", nullable: true),
                    PerplexityRatio = table.Column<double>(type: "REAL", nullable: false, computedColumnSql: "coalesce(\"Perplexity\" / nullif(\"RawPerplexity\", 0), 0)", stored: true),
                    CategoryKey = table.Column<string>(type: "TEXT", nullable: false, computedColumnSql: "coalesce(\"CategoryId\", '')", stored: true),
                    CreatedAt = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_TitleNormalisations", x => x.Id);
                    table.ForeignKey(
                        name: "FK_TitleNormalisations_Items_ItemId",
                        column: x => x.ItemId,
                        principalTable: "Items",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "TitleWords",
                columns: table => new
                {
                    Kind = table.Column<string>(type: "TEXT", nullable: false),
                    Text = table.Column<string>(type: "TEXT", nullable: false),
                    Excluded = table.Column<bool>(type: "INTEGER", nullable: false),
                    By = table.Column<string>(type: "TEXT", nullable: false),
                    At = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_TitleWords", x => new { x.Kind, x.Text });
                });

            migrationBuilder.CreateTable(
                name: "VectorSets",
                columns: table => new
                {
                    Number = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Text = table.Column<string>(type: "TEXT", nullable: false),
                    Generator = table.Column<string>(type: "TEXT", nullable: false),
                    Dimensions = table.Column<int>(type: "INTEGER", nullable: false),
                    TargetDimensions = table.Column<int>(type: "INTEGER", nullable: true),
                    Status = table.Column<string>(type: "TEXT", nullable: false),
                    Error = table.Column<string>(type: "TEXT", nullable: false),
                    Total = table.Column<int>(type: "INTEGER", nullable: false),
                    Done = table.Column<int>(type: "INTEGER", nullable: false),
                    Report = table.Column<string>(type: "TEXT", nullable: false),
                    CreatedBy = table.Column<string>(type: "TEXT", nullable: false),
                    CreatedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    FinishedAt = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_VectorSets", x => x.Number);
                });

            migrationBuilder.CreateTable(
                name: "TitleAnswers",
                columns: table => new
                {
                    RunItemId = table.Column<long>(type: "INTEGER", nullable: false),
                    RunId = table.Column<int>(type: "INTEGER", nullable: false),
                    NormalisationId = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_TitleAnswers", x => x.RunItemId);
                    table.ForeignKey(
                        name: "FK_TitleAnswers_RunItems_RunItemId",
                        column: x => x.RunItemId,
                        principalTable: "RunItems",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_TitleAnswers_TitleNormalisations_NormalisationId",
                        column: x => x.NormalisationId,
                        principalTable: "TitleNormalisations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "IX_Judgments_TitleId_Id",
                table: "Judgments",
                columns: new[] { "TitleId", "Id" });

            migrationBuilder.AddCheckConstraint(
                name: "CK_Judgments_OneSubject",
                table: "Judgments",
                sql: "(\"PairId\" IS NULL) <> (\"TitleId\" IS NULL)");

            migrationBuilder.CreateIndex(
                name: "IX_TitleAnswers_NormalisationId",
                table: "TitleAnswers",
                column: "NormalisationId");

            migrationBuilder.CreateIndex(
                name: "IX_TitleAnswers_RunId",
                table: "TitleAnswers",
                column: "RunId");

            migrationBuilder.CreateIndex(
                name: "IX_TitleNormalisations_CategoryId",
                table: "TitleNormalisations",
                column: "CategoryId");

            migrationBuilder.CreateIndex(
                name: "IX_TitleNormalisations_ItemId_Key",
                table: "TitleNormalisations",
                columns: new[] { "ItemId", "Key" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_TitleNormalisations_JudgmentId",
                table: "TitleNormalisations",
                column: "JudgmentId");

            migrationBuilder.CreateIndex(
                name: "IX_TitleNormalisations_State_CategoryKey_Id",
                table: "TitleNormalisations",
                columns: new[] { "State", "CategoryKey", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_TitleNormalisations_State_Id_IsNewest",
                table: "TitleNormalisations",
                columns: new[] { "State", "Id", "IsNewest" });

            migrationBuilder.CreateIndex(
                name: "IX_TitleNormalisations_State_PerplexityRatio_Id",
                table: "TitleNormalisations",
                columns: new[] { "State", "PerplexityRatio", "Id" },
                descending: new[] { false, true, false });

            migrationBuilder.AddForeignKey(
                name: "FK_Judgments_TitleNormalisations_TitleId",
                table: "Judgments",
                column: "TitleId",
                principalTable: "TitleNormalisations",
                principalColumn: "Id",
                onDelete: ReferentialAction.Restrict);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropForeignKey(
                name: "FK_Judgments_TitleNormalisations_TitleId",
                table: "Judgments");

            migrationBuilder.DropTable(
                name: "TextScores");

            migrationBuilder.DropTable(
                name: "TitleAnswers");

            migrationBuilder.DropTable(
                name: "TitleWords");

            migrationBuilder.DropTable(
                name: "VectorSets");

            migrationBuilder.DropTable(
                name: "TitleNormalisations");

            migrationBuilder.DropIndex(
                name: "IX_Judgments_TitleId_Id",
                table: "Judgments");

            migrationBuilder.DropCheckConstraint(
                name: "CK_Judgments_OneSubject",
                table: "Judgments");

            migrationBuilder.DropColumn(
                name: "TitleCount",
                table: "Releases");

            migrationBuilder.DropColumn(
                name: "VectorSetNumber",
                table: "Releases");

            migrationBuilder.DropColumn(
                name: "Text",
                table: "Judgments");

            migrationBuilder.DropColumn(
                name: "TitleId",
                table: "Judgments");

            migrationBuilder.AlterColumn<long>(
                name: "PairId",
                table: "Judgments",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0L,
                oldClrType: typeof(long),
                oldType: "INTEGER",
                oldNullable: true);

            migrationBuilder.AlterColumn<string>(
                name: "CategoryId",
                table: "Items",
                type: "TEXT",
                nullable: false,
                defaultValue: "",
                oldClrType: typeof(string),
                oldType: "TEXT",
                oldNullable: true);
        }
    }
}
