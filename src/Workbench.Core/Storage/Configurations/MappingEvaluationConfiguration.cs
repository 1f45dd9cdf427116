using LlmRec.Workbench.Mapping.Evaluation;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace LlmRec.Workbench.Storage.Configurations;

internal sealed class MappingEvaluationConfiguration : IEntityTypeConfiguration<MappingEvaluation>
{
    public void Configure(EntityTypeBuilder<MappingEvaluation> builder) =>
        builder.HasOne<GoldSet>().WithMany().HasForeignKey(e => e.GoldSetId).OnDelete(DeleteBehavior.SetNull);
}
