using LlmRec.Workbench.Runs;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace LlmRec.Workbench.Storage.Configurations;

internal sealed class RunItemConfiguration : IEntityTypeConfiguration<RunItem>
{
    public void Configure(EntityTypeBuilder<RunItem> builder)
    {
        builder.Property(i => i.Outcome).HasConversion<string>();
        builder.HasIndex(i => new { i.RunId, i.Position }).IsUnique();
        builder.HasIndex(i => new { i.RunId, i.SubjectId }).IsUnique();
        builder.HasIndex(i => new { i.RunId, i.Outcome });
        builder.HasIndex(i => new { i.RunId, i.FinishedAt });
        builder.HasIndex(i => new { i.SubjectId, i.RunId });
        builder.HasOne<Run>().WithMany().HasForeignKey(i => i.RunId).OnDelete(DeleteBehavior.Restrict);
    }
}
