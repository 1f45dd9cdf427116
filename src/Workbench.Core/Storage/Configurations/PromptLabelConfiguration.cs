using LlmRec.Workbench.Prompts;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace LlmRec.Workbench.Storage.Configurations;

internal sealed class PromptLabelConfiguration : IEntityTypeConfiguration<PromptLabel>
{
    public void Configure(EntityTypeBuilder<PromptLabel> builder)
    {
        builder.HasIndex(l => new { l.PromptId, l.Name, l.Id });
        builder.HasOne<Prompt>().WithMany().HasForeignKey(l => l.PromptId).OnDelete(DeleteBehavior.Restrict);
    }
}
