using System.Text;
using CsCheck;
using LlmRec.Workbench.Mapping.Evaluation;

namespace LlmRec.Workbench.Tests.Mapping.Evaluation;

public sealed class GoldFileTests
{
    [Fact]
    public void Read_ThreeColumns_GivesNamesIdsAndStrata()
    {
        var reading = Read("name\tgold_ids\tname_in_target\r\n冲锋衣\t12|34 | 12\tsame\r\n怪东西\t-\tdifferent\r\n");

        reading.Problems.ShouldBeEmpty();
        reading.Names.Select(n => (n.Name, string.Join('+', n.CategoryIds), n.Stratum)).ShouldBe([("冲锋衣", "12+34", "same"), ("怪东西", "", "different")]);
    }

    [Fact]
    public void Read_OtherOrderMarkAndNoStratum_IsTheSame() =>
        Read("\uFEFFGold_IDs\tName\n7\t靴子").Names.ShouldHaveSingleItem().ShouldSatisfyAllConditions(n => n.Name.ShouldBe("靴子"), n => n.CategoryIds.ShouldBe(["7"]));

    [Fact]
    public void Read_BadLines_NamesEachWithItsReason() =>
        Read("name\tgold_ids\nA\t1\n\nB\n \t2\nC\t |\nD\t4\t5\n").Problems.Select(p => p.ToString()).ShouldBe(
        [
            "line 4: 1 columns where the header has 2", "line 5: the name is empty",
            "line 6: no category ID; write '-' for a name that the tree has no category for", "line 7: 3 columns where the header has 2",
        ]);

    [Theory]
    [InlineData("")]
    [InlineData("冲锋衣\t12")]
    [InlineData("name,gold_ids\nA,1")]
    [InlineData("name\tgold_ids\tone\ttwo\n")]
    public void Read_NoUsableHeader_SaysWhichColumnsAreNeeded(string text) =>
        Read(text).Problems.ShouldHaveSingleItem().Reason.ShouldContain("must name the tab-separated columns name, gold_ids");

    [Fact]
    public void Read_HeaderOnly_IsAProblem() => Read("name\tgold_ids\n").Problems.ShouldHaveSingleItem().Reason.ShouldContain("at least one name");

    [Fact]
    public void Read_NoUtf8_NamesTheLine() =>
        GoldFile.Read([.. "name\tgold_ids\nA\t1\n"u8, 0xB5, 0xE7]).Problems.ShouldHaveSingleItem().ToString().ShouldStartWith("line 3: bytes that are not UTF-8");

    [Fact]
    public void Read_AnyBytes_NeverThrowsAndIsNeverEmptyWithoutAProblem() => Gen.Byte.Array.Sample(bytes =>
    {
        var reading = GoldFile.Read(bytes);
        (reading.Names.Count + reading.Problems.Count).ShouldBePositive();
    });

    [Fact]
    public void Read_WrittenNames_ComeBack()
    {
        var cell = Gen.String[Gen.Char.AlphaNumeric, 1, 12];
        Gen.Select(cell, cell.Array[1, 4], cell).Array[1, 30].Sample(rows =>
        {
            var lines = rows.Select(row => $"{row.Item1}\t{string.Join('|', row.Item2)}\t{row.Item3}");
            var reading = Read("name\tgold_ids\tpart\n" + string.Join('\n', lines));
            reading.Problems.ShouldBeEmpty();
            reading.Names.Select(n => n.Name).ShouldBe(rows.Select(r => r.Item1));
            reading.Names.SelectMany(n => n.CategoryIds).ShouldBe(rows.SelectMany(r => r.Item2.Distinct()));
        });
    }

    private static GoldReading Read(string text) => GoldFile.Read(Encoding.UTF8.GetBytes(text));
}
