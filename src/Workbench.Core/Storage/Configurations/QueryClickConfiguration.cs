using LlmRec.Workbench.Behavior;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace LlmRec.Workbench.Storage.Configurations;

internal sealed class QueryClickConfiguration : IEntityTypeConfiguration<QueryClick>
{
    public void Configure(EntityTypeBuilder<QueryClick> builder)
    {
        builder.HasKey(q => new { q.Query, q.CategoryId });
        builder.HasIndex(q => q.CategoryId);
    }
}
