using LlmRec.Workbench.Mapping;
using LlmRec.Workbench.Mapping.Evaluation;

namespace LlmRec.Workbench.Tests.Mapping.Evaluation;

public sealed class MappingSpecTests
{
    [Theory]
    [InlineData("now")]
    [InlineData("default")]
    [InlineData("settings:12")]
    [InlineData("fit:3,-exact,-query2cate,embedding:bge-small")]
    public void Parse_ItsOwnText_IsTheSame(string text) => MappingSpec.Parse(text).ShouldNotBeNull().ToString().ShouldBe(text);

    [Fact]
    public void Parse_AnyOrderAndCase_MeansTheSame() =>
        MappingSpec.Parse("now, -Titles,-EXACT,-titles").ShouldBe(MappingSpec.Now.Leaving(EvidenceKind.Exact).Leaving(EvidenceKind.Titles));

    [Theory]
    [InlineData("settings:")]
    [InlineData("settings:-1")]
    [InlineData("latest")]
    [InlineData("now,-magic")]
    [InlineData("now,-1")]
    [InlineData("now,embedding:")]
    [InlineData("now,exact")]
    public void Parse_AnythingElse_IsNothing(string text) => MappingSpec.Parse(text).ShouldBeNull();
}
