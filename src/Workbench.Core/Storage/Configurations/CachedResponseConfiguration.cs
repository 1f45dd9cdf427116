using LlmRec.Workbench.Models;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace LlmRec.Workbench.Storage.Configurations;

internal sealed class CachedResponseConfiguration : IEntityTypeConfiguration<CachedResponse>
{
    public void Configure(EntityTypeBuilder<CachedResponse> builder)
    {
        builder.HasKey(c => c.Key);
    }
}
