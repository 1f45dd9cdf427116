using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace LlmRec.Workbench.Storage.Migrations.Sqlite
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
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<int>(
                name: "VectorSetNumber",
                table: "Releases",
                type: "INTEGER",
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
