using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace LlmRec.Workbench.Storage.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class TitleQueue : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "CategoryKey",
                table: "TitleNormalisations",
                type: "text",
                nullable: false,
                computedColumnSql: "coalesce(\"CategoryId\", '')",
                stored: true);

            migrationBuilder.AddColumn<double>(
                name: "PerplexityRatio",
                table: "TitleNormalisations",
                type: "double precision",
                nullable: false,
                computedColumnSql: "coalesce(\"Perplexity\" / nullif(\"RawPerplexity\", 0), 0)",
                stored: true);

            migrationBuilder.CreateIndex(
                name: "IX_TitleNormalisations_State_CategoryKey_Id",
                table: "TitleNormalisations",
                columns: new[] { "State", "CategoryKey", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_TitleNormalisations_State_PerplexityRatio_Id",
                table: "TitleNormalisations",
                columns: new[] { "State", "PerplexityRatio", "Id" },
                descending: new[] { false, true, false });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_TitleNormalisations_State_CategoryKey_Id",
                table: "TitleNormalisations");

            migrationBuilder.DropIndex(
                name: "IX_TitleNormalisations_State_PerplexityRatio_Id",
                table: "TitleNormalisations");

            migrationBuilder.DropColumn(
                name: "CategoryKey",
                table: "TitleNormalisations");

            migrationBuilder.DropColumn(
                name: "PerplexityRatio",
                table: "TitleNormalisations");
        }
    }
}
