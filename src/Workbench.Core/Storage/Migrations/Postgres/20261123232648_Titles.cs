using System;
using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql.EntityFrameworkCore.PostgreSQL.Metadata;

#nullable disable

namespace LlmRec.Workbench.Storage.Migrations.Postgres
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
                type: "integer",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<int>(
                name: "VectorSetNumber",
                table: "Releases",
                type: "integer",
                nullable: true);

            migrationBuilder.AlterColumn<long>(
                name: "PairId",
                table: "Judgments",
                type: "bigint",
                nullable: true,
                oldClrType: typeof(long),
                oldType: "bigint");

            migrationBuilder.AddColumn<string>(
                name: "Text",
                table: "Judgments",
                type: "text",
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<long>(
                name: "TitleId",
                table: "Judgments",
                type: "bigint",
                nullable: true);

            migrationBuilder.AlterColumn<string>(
                name: "CategoryId",
                table: "Items",
                type: "text",
                nullable: true,
                oldClrType: typeof(string),
                oldType: "text");

            migrationBuilder.CreateTable(
                name: "TextScores",
                columns: table => new
                {
                    Scorer = table.Column<string>(type: "text", nullable: false),
                    Key = table.Column<string>(type: "text", nullable: false),
                    Log10 = table.Column<double>(type: "double precision", nullable: false),
                    Tokens = table.Column<int>(type: "integer", nullable: false),
                    OovTokens = table.Column<int>(type: "integer", nullable: false),
                    OovLog10 = table.Column<double>(type: "double precision", nullable: false),
                    Characters = table.Column<int>(type: "integer", nullable: false),
                    At = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_TextScores", x => new { x.Scorer, x.Key });
                });

            migrationBuilder.CreateTable(
                name: "TitleNormalisations",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    ItemId = table.Column<string>(type: "text", nullable: false),
                    CategoryId = table.Column<string>(type: "text", nullable: true),
                    RawTitle = table.Column<string>(type: "text", nullable: false),
                    Sentence = table.Column<string>(type: "text", nullable: false),
                    Key = table.Column<string>(type: "text", nullable: false),
                    Source = table.Column<string>(type: "text", nullable: false),
                    Violations = table.Column<string>(type: "text", nullable: false),
                    State = table.Column<string>(type: "text", nullable: false),
                    ApprovedText = table.Column<string>(type: "text", nullable: false),
                    JudgmentId = table.Column<long>(type: "bigint", nullable: true),
                    Version = table.Column<int>(type: "integer", nullable: false),
                    IsNewest = table.Column<bool>(type: "boolean", nullable: false),
                    ScorerName = table.Column<string>(type: "text", nullable: true),
                    RawPerplexity = table.Column<double>(type: "double precision", nullable: true),
                    Perplexity = table.Column<double>(type: "double precision", nullable: true),
                    PerplexityRatio = table.Column<double>(type: "double precision", nullable: false, computedColumnSql: "coalesce(\"Perplexity\" / nullif(\"RawPerplexity\", 0), 0)", stored: true),
                    CategoryKey = table.Column<string>(type: "text", nullable: false, computedColumnSql: "coalesce(\"CategoryId\", '')", stored: true),
                    CreatedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
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
                    Kind = table.Column<string>(type: "text", nullable: false),
                    Text = table.Column<string>(type: "text", nullable: false),
                    Excluded = table.Column<bool>(type: "boolean", nullable: false),
                    By = table.Column<string>(type: "text", nullable: false),
                    At = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_TitleWords", x => new { x.Kind, x.Text });
                });

            migrationBuilder.CreateTable(
                name: "VectorSets",
                columns: table => new
                {
                    Number = table.Column<int>(type: "integer", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    Text = table.Column<string>(type: "text", nullable: false),
                    Generator = table.Column<string>(type: "text", nullable: false),
                    Dimensions = table.Column<int>(type: "integer", nullable: false),
                    TargetDimensions = table.Column<int>(type: "integer", nullable: true),
                    Status = table.Column<string>(type: "text", nullable: false),
                    Error = table.Column<string>(type: "text", nullable: false),
                    Total = table.Column<int>(type: "integer", nullable: false),
                    Done = table.Column<int>(type: "integer", nullable: false),
                    Report = table.Column<string>(type: "text", nullable: false),
                    CreatedBy = table.Column<string>(type: "text", nullable: false),
                    CreatedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    FinishedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_VectorSets", x => x.Number);
                });

            migrationBuilder.CreateTable(
                name: "TitleAnswers",
                columns: table => new
                {
                    RunItemId = table.Column<long>(type: "bigint", nullable: false),
                    RunId = table.Column<int>(type: "integer", nullable: false),
                    NormalisationId = table.Column<long>(type: "bigint", nullable: false)
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
                type: "bigint",
                nullable: false,
                defaultValue: 0L,
                oldClrType: typeof(long),
                oldType: "bigint",
                oldNullable: true);

            migrationBuilder.AlterColumn<string>(
                name: "CategoryId",
                table: "Items",
                type: "text",
                nullable: false,
                defaultValue: "",
                oldClrType: typeof(string),
                oldType: "text",
                oldNullable: true);
        }
    }
}
