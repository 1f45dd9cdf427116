using LlmRec.Workbench.Titles;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace LlmRec.Workbench.Storage.Configurations;

internal sealed class TitleNormalisationConfiguration : IEntityTypeConfiguration<TitleNormalisation>
{
    public void Configure(EntityTypeBuilder<TitleNormalisation> builder)
    {
        builder.Property(t => t.Source).HasConversion<string>();
        builder.Property(t => t.State).HasConversion<string>();
        builder.Property(t => t.Version).IsConcurrencyToken();
        builder.Ignore(t => t.Unjudged);
        builder.Property(t => t.PerplexityRatio).HasComputedColumnSql("coalesce(\"Perplexity\" / nullif(\"RawPerplexity\", 0), 0)", stored: true);
        builder.Property(t => t.CategoryKey).HasComputedColumnSql("coalesce(\"CategoryId\", '')", stored: true);
        builder.HasIndex(t => new { t.ItemId, t.Key }).IsUnique();
        builder.HasIndex(t => new { t.State, t.Id, t.IsNewest });
        builder.HasIndex(t => new { t.State, t.PerplexityRatio, t.Id }).IsDescending(false, true, false);
        builder.HasIndex(t => new { t.State, t.CategoryKey, t.Id });
        builder.HasIndex(t => t.CategoryId);
        builder.HasIndex(t => t.JudgmentId);
        builder.HasOne<Catalog.Item>().WithMany().HasForeignKey(t => t.ItemId).OnDelete(DeleteBehavior.Restrict);
    }
}
