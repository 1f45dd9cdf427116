using CsCheck;
using LlmRec.Workbench.Titles;
using LlmRec.Workbench.Titles.Answers;

namespace LlmRec.Workbench.Tests.Titles;

public sealed class TitleAnswerReaderTests
{
    private const string Sentence = "这个商品是山禾不锈钢菜刀";

    /// <summary>Pieces that answers are made of, put together in any order: far more often odd than random characters are.</summary>
    private static readonly string[] Pieces =
    [
        "这个商品是", "This product is", "山禾菜刀", "knife", "好的", "抱歉，我无法", "答案：", "标题:", "Answer: ", "。", ".", "...", "：", ":", "“", "”", "\"", "'", "```", "```json\n", "{", "}",
        "[", "]", "{\"title\": \"", "\"}", "\\u886c", "\\", ",", "\n", "\r\n", " ", "\t", "1.", "2、", "- ", "* ", "**", "# ", "> ", "<think>", "</think>", "<answer>", "<|im_end|>", "😀",
        "\ud83d", "\0", "\u200b", "\u202e", "\u3000", "（", "）", "【", "】", "《", "》", "👨‍👩‍👧",
    ];

    private static readonly Gen<string> Answer = Gen.Frequency(
        (4, Gen.Int[0, Pieces.Length - 1].Select(at => Pieces[at]).Array[0, 40].Select(string.Concat)),
        (1, Gen.String[0, 200]));

    // Tags and JSON stand for something else than themselves.
    private static readonly Gen<string> PlainAnswer = Answer.Where(answer => answer.AsSpan().IndexOfAny('<', '{', '[') < 0);

    [Theory]
    [InlineData(Sentence)]
    [InlineData("这个商品是山禾不锈钢菜刀。")]
    [InlineData("“这个商品是山禾不锈钢菜刀”")]
    [InlineData("答案：这个商品是山禾不锈钢菜刀")]
    [InlineData("**答案**：**这个商品是山禾不锈钢菜刀**")]
    [InlineData("好的，以下是一句话：\n\n1. 这个商品是山禾不锈钢菜刀\n2. 这个商品是菜刀")]
    [InlineData("```\n这个商品是山禾不锈钢菜刀\n```")]
    [InlineData("```json\n{\"title\": \"这个商品是山禾不锈钢菜刀\"}\n```")]
    [InlineData("{\"result\": [{\"sentence\": \"这个商品是山禾不锈钢菜刀\"}]}")]
    [InlineData("[\"这个商品是山禾不锈钢菜刀\", \"这个商品是刀\"]")]
    [InlineData("<think>它是刀。这个商品是刀？</think>这个商品是山禾不锈钢菜刀")]
    [InlineData("这个商品是山禾不锈钢菜刀\n说明：保留了品牌和材质。")]
    [InlineData("\u200b这个商品是\u202e山禾不锈钢菜刀\0")]
    public void Read_WrappedSentence_GivesTheSentence(string answer) => TitleAnswerReader.Read(answer).ShouldBe(Sentence);

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData(" \n```\n```")]
    [InlineData("<think>这个商品是")]
    [InlineData("\"\"")]
    public void Read_NothingSaid_IsEmpty(string? answer) => TitleAnswerReader.Read(answer).ShouldBeEmpty();

    [Theory]
    [InlineData("一把菜刀", "一把菜刀")]
    [InlineData("以下是改写：\n一把菜刀\n另一把", "一把菜刀")]
    [InlineData("抱歉，我无法回答。", "抱歉，我无法回答")]
    [InlineData("这个商品是《红楼梦》连环画", "这个商品是《红楼梦》连环画")]
    [InlineData("这个商品是菜刀。它很锋利。", "这个商品是菜刀。它很锋利")]
    [InlineData("{broken", "{broken")]
    public void Read_AnythingElse_LeavesWhatTheModelSaid(string answer, string expected) => TitleAnswerReader.Read(answer).ShouldBe(expected);

    [Fact]
    public void Read_EndlessAnswer_IsCutBetweenCharacters()
    {
        var read = TitleAnswerReader.Read("这个商品是x" + string.Concat(Enumerable.Repeat("😀", 5000)));

        read.Length.ShouldBeInRange(TitleAnswerReader.MaxLength - 1, TitleAnswerReader.MaxLength);
        char.IsLowSurrogate(read[^1]).ShouldBeTrue();
    }

    [Fact]
    public void Read_AnyAnswer_GivesOneStorableLine() => Answer.Sample(answer =>
    {
        var read = TitleAnswerReader.Read(answer);

        read.ShouldBe(read.Trim());
        read.Any(c => char.IsControl(c) || c is '\u2028' or '\u2029' or '\u202e').ShouldBeFalse();
        read.EnumerateRunes().Sum(rune => rune.Utf16SequenceLength).ShouldBe(read.Length);
        read.Length.ShouldBeLessThanOrEqualTo(TitleAnswerReader.MaxLength);
    }, iter: 5_000);

    [Fact]
    public void Read_WhatWasRead_ReadsTheSame() => PlainAnswer.Sample(answer =>
    {
        var once = TitleAnswerReader.Read(answer);

        TitleAnswerReader.Read(once).ShouldBe(once);
    }, iter: 5_000);

    [Fact]
    public void Read_OpeningSomewhereOnALine_IsPreferred() => PlainAnswer.Sample(answer =>
    {
        var read = TitleAnswerReader.Read($"{answer}\n{Sentence}");

        read.StartsWith(TitleRules.Chinese.Opening, StringComparison.Ordinal).ShouldBe(!read.StartsWith(TitleRules.English.Opening, StringComparison.OrdinalIgnoreCase));
    }, iter: 5_000);
}
