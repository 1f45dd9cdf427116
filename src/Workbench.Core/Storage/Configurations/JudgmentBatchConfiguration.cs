using LlmRec.Workbench.Review;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace LlmRec.Workbench.Storage.Configurations;

internal sealed class JudgmentBatchConfiguration : IEntityTypeConfiguration<JudgmentBatch>
{
    public void Configure(EntityTypeBuilder<JudgmentBatch> builder)
    {
        builder.Property(b => b.Kind).HasConversion<string>();
        builder.HasIndex(b => new { b.By, b.Id });
    }
}
