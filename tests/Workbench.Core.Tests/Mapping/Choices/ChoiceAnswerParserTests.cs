using CsCheck;
using LlmRec.Workbench.Mapping.Choices;

namespace LlmRec.Workbench.Tests.Mappings.Choices;

/// <summary>Answers as models really write them: read where they mean one thing, refused where they could mean two.</summary>
public sealed class ChoiceAnswerParserTests
{
    private static readonly IReadOnlyList<ChoiceOption> Shoes =
    [
        new(1, "50010158", "女鞋", "鞋靴 > 女鞋"), new(2, "50010159", "男帆布鞋", "鞋靴 > 男鞋 > 男帆布鞋"), new(3, "50010160", "童鞋", "童装 > 童鞋"),
        new(4, "50010161", "Canvas shoes", "Shoes > Canvas shoes"),
    ];

    [Theory]
    [InlineData("2")]
    [InlineData(" ２ ")]
    [InlineData("２。")]
    [InlineData("编号：2")]
    [InlineData("#2")]
    [InlineData("[2]")]
    [InlineData("**2**")]
    [InlineData("```\n2\n```")]
    [InlineData("选2")]
    [InlineData("我选择第二个。")]
    [InlineData("答案是 2，因为帆布鞋一般指男款。")]
    [InlineData("2. 男帆布鞋")]
    [InlineData("2. 男帆布鞋：帆布鞋一般指它")]
    [InlineData("2（鞋靴 > 男鞋 > 男帆布鞋）")]
    [InlineData("2\n\n因为它就是帆布鞋。")]
    [InlineData("I choose option 2 because canvas shoes are mostly sold there.")]
    [InlineData("The answer is 2.")]
    [InlineData("Selected: 2")]
    [InlineData("<think>1 is for women, 3 is for children.</think>\n2")]
    [InlineData("男帆布鞋")]
    [InlineData("鞋靴 > 男鞋 > 男帆布鞋")]
    [InlineData("50010159")]
    [InlineData("""{"choice": 2}""")]
    [InlineData("""{"answer": "2", "reason": "1 and 3 are too narrow"}""")]
    [InlineData("[2]\n")]
    [InlineData("```json\n{\"number\": 2}\n```")]
    public void Parse_OneChoice_IsTheNumberShown(string answer) => ShouldPick(answer, 2);

    [Theory]
    [InlineData("1, 3")]
    [InlineData("1，3")]
    [InlineData("1和3")]
    [InlineData("选1、3")]
    [InlineData("""{"choices": [1, 3]}""")]
    [InlineData("1. 女鞋\n3. 童鞋")]
    [InlineData("1 and 3")]
    public void Parse_SeveralChoices_AreAll(string answer) => ShouldPick(answer, 1, 3);

    [Theory]
    [InlineData("0")]
    [InlineData("０")]
    [InlineData("答案：0")]
    [InlineData("None")]
    [InlineData("None of the candidates fits.")]
    [InlineData("以上都不合适。")]
    [InlineData("没有合适的类目")]
    [InlineData("抱歉，候选里没有合适的。")]
    [InlineData("""{"choice": null}""")]
    [InlineData("""{"choice": 0}""")]
    [InlineData("[]")]
    public void Parse_NoneOfThem_IsDeclined(string answer) => ChoiceAnswerParser.Parse(answer, Shoes).IsDeclined.ShouldBeTrue(answer);

    [Theory]
    [InlineData("", ChoiceViolations.Empty)]
    [InlineData("  \n\t", ChoiceViolations.Empty)]
    [InlineData("抱歉，我无法回答这个问题。", ChoiceViolations.Refusal)]
    [InlineData("I'm sorry, I cannot help with that.", ChoiceViolations.Refusal)]
    [InlineData("它大概是某种鞋子", ChoiceViolations.NoNumber)]
    [InlineData("5", ChoiceViolations.UnknownNumber)]
    [InlineData("2, 9", ChoiceViolations.UnknownNumber)]
    [InlineData("""{"choice": -1}""", ChoiceViolations.UnknownNumber)]
    [InlineData("999999999", ChoiceViolations.UnknownNumber)]
    [InlineData("0, 2", ChoiceViolations.Unclear)]
    [InlineData("选1。不，选2。", ChoiceViolations.Unclear)]
    [InlineData("1. 女鞋\n2. 男帆布鞋\n3. 童鞋\n4. Canvas shoes", ChoiceViolations.Unclear)]
    [InlineData("1. 女鞋：太宽\n2. 男帆布鞋：合适", ChoiceViolations.Unclear)]
    [InlineData("""{"first": 1, "second": 2}""", ChoiceViolations.Unclear)]
    [InlineData("2. 童鞋", ChoiceViolations.OtherName)]
    [InlineData("答案：2（童鞋）", ChoiceViolations.OtherName)]
    [InlineData("2.5", ChoiceViolations.NoNumber)]
    [InlineData("-2", ChoiceViolations.NoNumber)]
    [InlineData("12345678901234567890", ChoiceViolations.NoNumber)]
    public void Parse_NoCertainChoice_SaysWhy(string answer, string violation)
    {
        var reading = ChoiceAnswerParser.Parse(answer, Shoes);

        (reading.Violation, reading.Numbers.Count).ShouldBe((violation, 0));
    }

    [Fact]
    public void Parse_NumberOfARetiredCandidate_IsUnknown() =>
        ChoiceAnswerParser.Parse("2", [.. Shoes.Where(o => o.Number != 2)]).Violation.ShouldBe(ChoiceViolations.UnknownNumber);

    [Fact]
    public void Parse_AnyFormOfANumber_MeansThatNumberAndNoOther() => Gen.Select(Gen.Int[1, 10], Gen.Int[1, 30], Gen.Int[0, Forms.Length - 1]).Sample((count, number, form) =>
    {
        var options = Enumerable.Range(1, count).Select(n => new ChoiceOption(n, $"id-{n}", $"类目{n}号", $"上级 > 类目{n}号")).ToList();

        var reading = ChoiceAnswerParser.Parse(Forms[form](number), options);

        reading.Numbers.ShouldBe(number <= count ? [number] : []);
        reading.Violation.ShouldBe(number <= count ? null : ChoiceViolations.UnknownNumber);
    });

    [Fact]
    public void Parse_Anything_GivesShownNumbersOrAReason() => Gen.String[Gen.OneOf(Gen.Char, Gen.Char["0123456789.,，。 \n-选第[]{}\":答案none"]), 0, 60].Sample(answer =>
    {
        var reading = ChoiceAnswerParser.Parse(answer, Shoes);

        reading.Numbers.ShouldBeSubsetOf([1, 2, 3, 4]);
        (reading.Violation is null || reading.Numbers.Count == 0).ShouldBeTrue();
    });

    private static readonly Func<int, string>[] Forms =
    [
        n => $"{n}", n => $"选{n}", n => $"答案：{n}。", n => $"{n}.", n => $"I choose {n}", n => $"{{\"choice\": {n}}}", n => $"\n{n}\n",
        n => string.Concat($"{n}".Select(digit => (char)(digit + '０' - '0'))), n => $"{n}\n因为最接近", n => $"第{n}个",
    ];

    private static void ShouldPick(string answer, params int[] numbers)
    {
        var reading = ChoiceAnswerParser.Parse(answer, Shoes);

        reading.Violation.ShouldBeNull(answer);
        reading.Numbers.ShouldBe(numbers);
    }
}
