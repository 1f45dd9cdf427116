using LlmRec.Workbench.Embeddings;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace LlmRec.Workbench.Storage.Configurations;

internal sealed class VectorSetConfiguration : IEntityTypeConfiguration<VectorSet>
{
    public void Configure(EntityTypeBuilder<VectorSet> builder)
    {
        builder.HasKey(v => v.Number);
        builder.Property(v => v.Status).HasConversion<string>();
    }
}
