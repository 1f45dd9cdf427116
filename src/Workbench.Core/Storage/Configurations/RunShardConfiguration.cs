using LlmRec.Workbench.Runs;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace LlmRec.Workbench.Storage.Configurations;

internal sealed class RunShardConfiguration : IEntityTypeConfiguration<RunShard>
{
    public void Configure(EntityTypeBuilder<RunShard> builder)
    {
        builder.HasKey(s => new { s.RunId, s.Number });
        builder.HasOne<Run>().WithMany().HasForeignKey(s => s.RunId).OnDelete(DeleteBehavior.Restrict);
    }
}
