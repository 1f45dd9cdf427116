using System.Text;
using CsCheck;
using LlmRec.Workbench.Perplexity;

namespace LlmRec.Workbench.Tests.Perplexity;

public sealed class Utf8LinesTests
{
    [Theory]
    [InlineData("", new string[0])]
    [InlineData("\n", new[] { "" })]
    [InlineData("a", new[] { "a" })]
    [InlineData("a\n\nb\r\n", new[] { "a", "", "b" })]
    [InlineData("\r\n\n", new[] { "", "" })]
    public void TryRead_LineEnds_AreNoPartOfLines(string text, string[] lines) => Read(Encoding.UTF8.GetBytes(text), 100).ShouldBe(lines);

    [Fact]
    public void TryRead_LinesOfAnyLength_AreTheTextsLines() =>
        Gen.Int[0, 200_000].Array[0, 12].Sample(lengths =>
        {
            var lines = lengths.Select(length => new string('x', length)).ToArray();
            Read(Encoding.UTF8.GetBytes(string.Concat(lines.Select(line => line + "\n"))), 200_000).ShouldBe(lines);
        }, iter: 30);

    [Fact]
    public void TryRead_LineTooLong_SaysWhich() =>
        Should.Throw<InvalidDataException>(() => Read(Encoding.UTF8.GetBytes("a\n" + new string('x', 300_000)), 100_000)).Message.ShouldBe("line 2 has more than 100000 bytes");

    private static List<string> Read(byte[] bytes, int longest)
    {
        var lines = new Utf8Lines(new MemoryStream(bytes), longest);
        var read = new List<string>();
        while (lines.TryRead(out var line))
        {
            read.Add(Encoding.UTF8.GetString(line));
        }

        return read;
    }
}
