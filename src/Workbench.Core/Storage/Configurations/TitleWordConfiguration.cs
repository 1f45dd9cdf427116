using LlmRec.Workbench.Titles;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace LlmRec.Workbench.Storage.Configurations;

internal sealed class TitleWordConfiguration : IEntityTypeConfiguration<TitleWord>
{
    public void Configure(EntityTypeBuilder<TitleWord> builder)
    {
        builder.HasKey(w => new { w.Kind, w.Text });
        builder.Property(w => w.Kind).HasConversion<string>();
    }
}
