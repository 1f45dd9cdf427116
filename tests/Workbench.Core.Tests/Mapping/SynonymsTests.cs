using LlmRec.Workbench.Mapping;
using LlmRec.Workbench.Mapping.Names;

namespace LlmRec.Workbench.Tests.Mappings;

public sealed class SynonymsTests
{
    public static TheoryData<string> Lists => ["synonyms-zh.txt", "synonyms-en.txt"];

    [Theory]
    [MemberData(nameof(Lists))]
    public void Read_EveryList_HoldsGroupsOfAtLeastTwoWords(string file)
    {
        var groups = WordList.Read(file).ToList();

        groups.Count.ShouldBeInRange(1_200, 5_000);
        groups.Where(group => group.Count < 2).Select(Show).ShouldBeEmpty();
    }

    [Theory]
    [MemberData(nameof(Lists))]
    public void Read_EveryList_HoldsNoEmptyWordAndNoSingleLetter(string file)
    {
        var words = WordList.Read(file).SelectMany(group => group).ToList();

        words.ShouldAllBe(word => word.Count > 0);
        words.Where(word => word is [{ Length: 1 } only] && char.IsAscii(only[0])).ShouldBeEmpty();
    }

    [Theory]
    [MemberData(nameof(Lists))]
    public void Read_EveryList_HoldsNoGroupTwice(string file) => WordList.Read(file)
        .GroupBy(group => string.Join('|', group.Select(word => string.Join(' ', word)).Order(StringComparer.Ordinal)))
        .Where(same => same.Count() > 1).Select(same => same.Key).ShouldBeEmpty();

    [Theory]
    [InlineData("偏光墨镜", "偏光太阳镜")]
    [InlineData("彩色印表机", "彩色打印机")]
    [InlineData("金枪鱼三文治", "金枪鱼三明治")]
    [InlineData("床", "床具")]
    [InlineData("Cloth nappies", "cloth diaper")]
    [InlineData("rechargeable torch", "rechargeable flashlight")]
    [InlineData("Belgian waffle makers", "waffle iron")]
    [InlineData("prams", "pushchair")]
    public void Of_TextWithAKnownWord_ReadsItWithTheOther(string text, string other) =>
        Readings(text).ShouldContain(Key(other));

    [Theory]
    [InlineData("车床", "床具")]
    [InlineData("鼠标垫", "滑鼠")]
    public void Of_WordInsideALongerWord_LeavesItAlone(string text, string wrong) =>
        Readings(text).ShouldNotContain(reading => reading.Replace(" ", "").EndsWith(wrong, StringComparison.Ordinal));

    [Fact]
    public void Of_TextOfManyWords_GivesNoMoreThanAskedFor() =>
        Synonyms.Of(NameTokens.Of(TextKey.Normalize(string.Concat(Enumerable.Repeat("墨镜手机电脑音箱", 20)))), 8).Count().ShouldBe(8);

    private static IEnumerable<string> Readings(string text) =>
        Synonyms.Of(NameTokens.Of(TextKey.Normalize(text)), 8).Select(tokens => string.Join(' ', tokens));

    private static string Key(string text) => string.Join(' ', NameTokens.Of(TextKey.Normalize(text)));

    private static string Show(IEnumerable<IReadOnlyList<string>> group) => string.Join(" = ", group.Select(word => string.Join(' ', word)));
}
