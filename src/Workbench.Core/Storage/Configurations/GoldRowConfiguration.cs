using LlmRec.Workbench.Mapping.Evaluation;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace LlmRec.Workbench.Storage.Configurations;

internal sealed class GoldRowConfiguration : IEntityTypeConfiguration<GoldRow>
{
    public void Configure(EntityTypeBuilder<GoldRow> builder) => builder.HasKey(r => new { r.GoldSetId, r.Number });
}
