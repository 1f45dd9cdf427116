using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace LlmRec.Workbench.Storage.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class ReleaseTitles : Migration
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
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "TitleCount",
                table: "Releases");

            migrationBuilder.DropColumn(
                name: "VectorSetNumber",
                table: "Releases");
        }
    }
}
