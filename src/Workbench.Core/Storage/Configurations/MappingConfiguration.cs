using LlmRec.Workbench.Mapping;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace LlmRec.Workbench.Storage.Configurations;

internal sealed class MappingConfiguration : IEntityTypeConfiguration<Mapping.Mapping>
{
    public void Configure(EntityTypeBuilder<Mapping.Mapping> builder)
    {
        builder.Property(m => m.Outcome).HasConversion<string>();
        builder.HasIndex(m => m.Key).IsUnique();
        builder.HasMany(m => m.Candidates).WithOne().HasForeignKey(c => c.MappingId);
    }
}
