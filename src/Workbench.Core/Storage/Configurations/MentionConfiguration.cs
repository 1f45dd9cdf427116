using LlmRec.Workbench.Complements;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace LlmRec.Workbench.Storage.Configurations;

internal sealed class MentionConfiguration : IEntityTypeConfiguration<Mention>
{
    public void Configure(EntityTypeBuilder<Mention> builder)
    {
        builder.HasKey(m => new { m.RunItemId, m.Rank });
        builder.HasIndex(m => m.PairId);
        builder.HasIndex(m => m.SourceId);
        builder.HasOne(m => m.Pair).WithMany().HasForeignKey(m => m.PairId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Runs.RunItem>().WithMany().HasForeignKey(m => m.RunItemId).OnDelete(DeleteBehavior.Restrict);
    }
}
