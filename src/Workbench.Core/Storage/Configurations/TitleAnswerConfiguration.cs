using LlmRec.Workbench.Titles;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace LlmRec.Workbench.Storage.Configurations;

internal sealed class TitleAnswerConfiguration : IEntityTypeConfiguration<TitleAnswer>
{
    public void Configure(EntityTypeBuilder<TitleAnswer> builder)
    {
        builder.HasKey(a => a.RunItemId);
        builder.HasIndex(a => a.RunId);
        builder.HasIndex(a => a.NormalisationId);
        builder.HasOne(a => a.Normalisation).WithMany().HasForeignKey(a => a.NormalisationId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Runs.RunItem>().WithOne().HasForeignKey<TitleAnswer>(a => a.RunItemId).OnDelete(DeleteBehavior.Restrict);
    }
}
