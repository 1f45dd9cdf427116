using LlmRec.Workbench.Mapping.Choices;
using LlmRec.Workbench.Runs;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace LlmRec.Workbench.Storage.Configurations;

internal sealed class ChoiceOrderConfiguration : IEntityTypeConfiguration<ChoiceOrder>
{
    public void Configure(EntityTypeBuilder<ChoiceOrder> builder)
    {
        builder.HasKey(o => o.RunId);
        builder.Property(o => o.RunId).ValueGeneratedNever();
        builder.HasIndex(o => o.TakenAt);
        builder.HasOne<Run>().WithMany().HasForeignKey(o => o.RunId).OnDelete(DeleteBehavior.Cascade);
    }
}
