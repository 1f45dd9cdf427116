using LlmRec.Workbench.Embeddings;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace LlmRec.Workbench.Storage.Configurations;

internal sealed class EmbeddingCacheEntryConfiguration : IEntityTypeConfiguration<EmbeddingCacheEntry>
{
    public void Configure(EntityTypeBuilder<EmbeddingCacheEntry> builder)
    {
        builder.ToTable("EmbeddingCache");
        builder.HasKey(e => e.Hash);
        builder.Property(e => e.Hash).HasMaxLength(64);
    }
}
