using LlmRec.Workbench.Mapping.Fusion;
using LlmRec.Workbench.Mapping.Settings;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace LlmRec.Workbench.Storage.Configurations;

internal sealed class MappingSettingsConfiguration : IEntityTypeConfiguration<MappingSettings>
{
    public void Configure(EntityTypeBuilder<MappingSettings> builder) => builder.HasOne<FusionFit>().WithMany().HasForeignKey(s => s.FitId);
}
