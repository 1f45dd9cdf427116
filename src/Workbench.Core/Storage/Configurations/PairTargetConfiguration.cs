using LlmRec.Workbench.Complements;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace LlmRec.Workbench.Storage.Configurations;

internal sealed class PairTargetConfiguration : IEntityTypeConfiguration<PairTarget>
{
    public void Configure(EntityTypeBuilder<PairTarget> builder)
    {
        builder.HasKey(t => new { t.PairId, t.CategoryId });
        builder.HasIndex(t => t.CategoryId);
        builder.HasOne<Catalog.Category>().WithMany().HasForeignKey(t => t.CategoryId).OnDelete(DeleteBehavior.Restrict);
    }
}
