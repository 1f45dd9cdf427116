using LlmRec.Workbench.Perplexity;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace LlmRec.Workbench.Storage.Configurations;

internal sealed class StoredTextScoreConfiguration : IEntityTypeConfiguration<StoredTextScore>
{
    public void Configure(EntityTypeBuilder<StoredTextScore> builder)
    {
        builder.ToTable("TextScores");
        builder.HasKey(s => new { s.Scorer, s.Key });
    }
}
