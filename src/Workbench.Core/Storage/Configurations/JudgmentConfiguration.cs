using LlmRec.Workbench.Review;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace LlmRec.Workbench.Storage.Configurations;

internal sealed class JudgmentConfiguration : IEntityTypeConfiguration<Judgment>
{
    public void Configure(EntityTypeBuilder<Judgment> builder)
    {
        builder.Property(j => j.Decision).HasConversion<string>();
        builder.Ignore(j => j.IsCorrection);
        builder.Ignore(j => j.Subject);
        builder.HasIndex(j => new { j.PairId, j.Id });
        builder.HasIndex(j => new { j.TitleId, j.Id });
        builder.HasIndex(j => j.BatchId);
        builder.HasIndex(j => j.ReplacesId);
        builder.HasOne<Complements.Pair>().WithMany().HasForeignKey(j => j.PairId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Titles.TitleNormalisation>().WithMany().HasForeignKey(j => j.TitleId).OnDelete(DeleteBehavior.Restrict);
        builder.ToTable(t => t.HasCheckConstraint("CK_Judgments_OneSubject", "(\"PairId\" IS NULL) <> (\"TitleId\" IS NULL)"));
        builder.HasOne<JudgmentBatch>().WithMany().HasForeignKey(j => j.BatchId).OnDelete(DeleteBehavior.Restrict);
    }
}
