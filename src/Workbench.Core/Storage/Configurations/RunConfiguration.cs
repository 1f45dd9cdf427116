using LlmRec.Workbench.Runs;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace LlmRec.Workbench.Storage.Configurations;

internal sealed class RunConfiguration : IEntityTypeConfiguration<Run>
{
    public void Configure(EntityTypeBuilder<Run> builder)
    {
        builder.Property(r => r.Status).HasConversion<string>();
        builder.HasIndex(r => r.Status);
        builder.HasOne<Prompts.PromptVersion>().WithMany().HasForeignKey(r => r.PromptVersionId).OnDelete(DeleteBehavior.Restrict);
    }
}
