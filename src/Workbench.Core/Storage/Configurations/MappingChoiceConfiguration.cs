using LlmRec.Workbench.Mapping.Choices;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace LlmRec.Workbench.Storage.Configurations;

internal sealed class MappingChoiceConfiguration : IEntityTypeConfiguration<MappingChoice>
{
    public void Configure(EntityTypeBuilder<MappingChoice> builder) => builder.HasIndex(c => c.Key);
}
