using LlmRec.Workbench.Mapping.Evaluation;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace LlmRec.Workbench.Storage.Configurations;

internal sealed class GoldSetConfiguration : IEntityTypeConfiguration<GoldSet>
{
    public void Configure(EntityTypeBuilder<GoldSet> builder) =>
        builder.HasMany(s => s.Rows).WithOne().HasForeignKey(r => r.GoldSetId).OnDelete(DeleteBehavior.Cascade);
}
