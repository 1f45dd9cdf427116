using LlmRec.Workbench.Complements;

namespace LlmRec.Workbench.Tests.Complements;

public class ComplementAnswerParserTests
{
    public static TheoryData<string> Cases => new(OddAnswers.All.Select(odd => odd.Case));

    [Theory, MemberData(nameof(Cases))]
    public void Parse_OddAnswer_GivesWhatTheCorpusExpects(string name)
    {
        var odd = OddAnswers.All.Single(o => o.Case == name);

        var read = ComplementAnswerParser.Parse(odd.Answer, odd.Source);

        read.Mentions.ShouldBe(odd.Mentions);
        read.Violations.ShouldBe(odd.Violations, ignoreOrder: true);
        read.IsRefusal.ShouldBe(odd.Refusal);
    }

    [Fact]
    public void Parse_Null_IsEmpty() => ComplementAnswerParser.Parse(null, "牛仔裤").Violations.ShouldBe([ComplementViolations.Empty]);

    [Fact]
    public void Violations_EveryBit_HasTheNameAtItsPlace()
    {
        string[] names = [ComplementViolations.Truncated];

        ComplementAnswerParser.Parse("'''衬衫，皮带", "牛仔裤").Violations.ShouldBe(names);
        ComplementViolations.All.Distinct().Count().ShouldBe(ComplementViolations.All.Count);
    }
}
