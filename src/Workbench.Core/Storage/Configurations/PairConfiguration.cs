using LlmRec.Workbench.Catalog;
using LlmRec.Workbench.Complements;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace LlmRec.Workbench.Storage.Configurations;

internal sealed class PairConfiguration : IEntityTypeConfiguration<Pair>
{
    public void Configure(EntityTypeBuilder<Pair> builder)
    {
        builder.Property(p => p.Outcome).HasConversion<string>();
        builder.Property(p => p.State).HasConversion<string>();
        builder.Property(p => p.Version).IsConcurrencyToken();
        builder.HasIndex(p => new { p.SourceId, p.MappingId }).IsUnique();
        builder.HasIndex(p => new { p.State, p.Score });
        builder.HasIndex(p => new { p.State, p.Outcome });
        builder.HasIndex(p => new { p.State, p.SourceId, p.Score }).IsDescending(false, false, true);
        builder.HasIndex(p => p.BestTargetId);
        builder.HasIndex(p => p.MappingId);
        builder.HasOne<Category>().WithMany().HasForeignKey(p => p.SourceId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne(p => p.Mapping).WithMany().HasForeignKey(p => p.MappingId).OnDelete(DeleteBehavior.Restrict);
        builder.HasMany(p => p.Targets).WithOne().HasForeignKey(t => t.PairId);
    }
}
