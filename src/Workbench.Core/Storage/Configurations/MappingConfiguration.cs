using LlmRec.Workbench.Mapping.Settings;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace LlmRec.Workbench.Storage.Configurations;

internal sealed class MappingConfiguration : IEntityTypeConfiguration<Mapping.Mapping>
{
    public void Configure(EntityTypeBuilder<Mapping.Mapping> builder)
    {
        builder.Property(m => m.Outcome).HasConversion<string>();
        builder.HasIndex(m => m.Key).IsUnique();
        builder.HasOne<MappingSettings>().WithMany().HasForeignKey(m => m.SettingsId);
        builder.HasMany(m => m.Candidates).WithOne().HasForeignKey(c => c.MappingId);
    }
}
