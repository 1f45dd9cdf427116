using LlmRec.Workbench.Mapping;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace LlmRec.Workbench.Storage.Configurations;

internal sealed class MappingCandidateConfiguration : IEntityTypeConfiguration<MappingCandidate>
{
    public void Configure(EntityTypeBuilder<MappingCandidate> builder)
    {
        builder.HasKey(c => new { c.MappingId, c.Rank });
        builder.HasIndex(c => c.CategoryId);
    }
}
