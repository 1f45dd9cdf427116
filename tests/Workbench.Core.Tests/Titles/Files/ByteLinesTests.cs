using System.Text;
using CsCheck;
using LlmRec.Workbench.Titles.Files;

namespace LlmRec.Workbench.Tests.Titles.Files;

public sealed class ByteLinesTests
{
    [Theory]
    [InlineData("", "")]
    [InlineData("a", "a")]
    [InlineData("a\n", "a")]
    [InlineData("a\r\nb", "a|b")]
    [InlineData("a\n\nb\n", "a||b")]
    [InlineData("\r\n", "")]
    public void Read_LineEnds_BelongToNoLine(string text, string lines) =>
        string.Join('|', Read(text, 100).Select(line => Encoding.UTF8.GetString(line.Bytes))).ShouldBe(lines);

    [Fact]
    public void Read_LongLine_IsCutAndMarkedAndTheNextIsWhole() =>
        Read("123456\nab\n", 4).Select(line => (Encoding.UTF8.GetString(line.Bytes), line.IsCut)).ShouldBe([("1234", true), ("ab", false)]);

    [Fact]
    public void Read_LongerThanAChunk_IsTheSame()
    {
        var text = new string('长', 50_000);

        Encoding.UTF8.GetString(Read(text + "\n短", 1 << 20).First().Bytes).ShouldBe(text);
    }

    [Fact]
    public void Read_AnyBytes_LosesNothingButLineFeeds() => Gen.Byte[0, 20].Array[0, 200].Where(bytes => !bytes.Contains((byte)'\r')).Sample(bytes =>
    {
        using var stream = new MemoryStream(bytes);
        ByteLines.Read(stream, 1000).SelectMany(line => line.Bytes).ShouldBe(bytes.Where(b => b != '\n'));
    }, iter: 500);

    private static List<(byte[] Bytes, bool IsCut)> Read(string text, int longest)
    {
        using var stream = new MemoryStream(Encoding.UTF8.GetBytes(text));
        return [.. ByteLines.Read(stream, longest)];
    }
}
