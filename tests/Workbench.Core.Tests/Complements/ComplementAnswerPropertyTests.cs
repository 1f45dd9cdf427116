using CsCheck;
using LlmRec.Workbench.Complements;
using LlmRec.Workbench.Complements.Parsing;

namespace LlmRec.Workbench.Tests.Complements;

public class ComplementAnswerPropertyTests
{
    /// <summary>Pieces that answers are made of, put together in any order: far more often odd than random characters are.</summary>
    private static readonly string[] Pieces =
    [
        "衬衫", "皮带", "T恤", "牛仔裤", "USB-C 数据线", "眼镜/太阳镜", "手机(国行)", "好的", "抱歉", "无法", "无", "适合", "搭配", "类目", "shirts", "and ", "men's", "，", ",", "、", "；",
        "。", ".", "：", ":", "'''", "'", "\"\"\"", "\"", "“", "”", "```", "```json\n", "[", "]", "{", "}", "(", ")", "（", "）", "【", "】", "\n", "\r\n", " ", "\t", "1.", "2、", "①", "- ",
        "* ", "**", "# ", "|", "|---|---|\n", "——", " - ", "<think>", "</think>", "<answer>", "<|im_end|>", "\\", "\\u886c", "\\n", "等", "name", "reason", "😀", "\ud83d", "\0", "\u200b",
        "\u3000", "理由", "以及", "1", "0.9", "→", "_", "/",
    ];

    private static readonly Gen<string> Answer = Gen.Frequency(
        (4, Gen.Int[0, Pieces.Length - 1].Select(at => Pieces[at]).Array[0, 40].Select(string.Concat)),
        (1, Gen.String[0, 200]));

    [Fact]
    public void Parse_AnyAnswer_GivesCleanDistinctNames() => Answer.Sample(answer =>
    {
        var read = ComplementAnswerParser.Parse(answer, "牛仔裤");

        read.Mentions.Count.ShouldBeLessThanOrEqualTo(MentionCollector.MaxMentions);
        read.Mentions.ShouldAllBe(name => IsClean(name));
        read.Mentions.Distinct().Count().ShouldBe(read.Mentions.Count);
        read.Mentions.ShouldNotContain("牛仔裤");
        read.Violations.ShouldBeSubsetOf(ComplementViolations.All);
    }, iter: 20_000);

    [Fact]
    public void Parse_AnyAnswer_HoldsNamesOrSaysWhyNot() => Answer.Sample(answer =>
    {
        var read = ComplementAnswerParser.Parse(answer, "牛仔裤");
        string[] reasons = [ComplementViolations.Empty, ComplementViolations.Refusal, ComplementViolations.NoNames, ComplementViolations.OwnName];

        (read.Mentions.Count > 0 || read.Violations.Intersect(reasons).Any()).ShouldBeTrue();
        read.IsRefusal.ShouldBe(read.Violations.Contains(ComplementViolations.Refusal));
    }, iter: 10_000);

    [Fact]
    public void Parse_MentionsJoinedAsAsked_GivesTheSameMentions() => Answer.Sample(answer =>
    {
        var once = ComplementAnswerParser.Parse(answer, "牛仔裤").Mentions;
        var again = ComplementAnswerParser.Parse($"'''{string.Join('，', once)}'''", "牛仔裤");

        again.Mentions.ShouldBe(once);
        again.Violations.ShouldBe(once.Count == 0 ? [ComplementViolations.Empty] : []);
    }, iter: 20_000);

    [Fact]
    public void Parse_SameAnswerTwice_ReadsTheSame() => Answer.Sample(answer =>
        ComplementAnswerParser.Parse(answer, "T恤").Mentions.ShouldBe(ComplementAnswerParser.Parse(answer, "T恤").Mentions));

    [Fact]
    public void Parse_HalfACharacter_IsLeftOut() =>
        ComplementAnswerParser.Parse("'''衬衫，\ud83d，皮\ud83d带，皮带'''", "牛仔裤").Mentions.ShouldBe(["衬衫", "皮带"]);

    private static bool IsClean(string name) =>
        name.Length is > 0 and <= 60 && name.Trim() == name && !name.AsSpan().ContainsAny(Vocabulary.Separators) && !name.Any(char.IsControl) && !name.Contains((char)0xFFFD);
}
