using System.Globalization;
using LlmRec.Workbench.Web.Components.Shared;
using LlmRec.Workbench.Web.Resources;
using Microsoft.Extensions.Time.Testing;

namespace LlmRec.Workbench.Web.Tests.Shared;

public sealed class FormatTests
{
    private readonly Texts _texts = new();

    public FormatTests() => CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo("en");

    [Theory]
    [InlineData(9_999, "9,999")]
    [InlineData(12_340, "12.3k")]
    [InlineData(4_560_000, "4.56M")]
    public void Tokens_Sizes_AreShort(long tokens, string expected) => Format.Tokens(tokens).ShouldBe(expected);

    [Theory]
    [InlineData(1_023, "1,023 B")]
    [InlineData(1_536, "1.5 KB")]
    [InlineData(20L << 20, "20 MB")]
    [InlineData(13L << 28, "3.25 GB")]
    public void Size_Bytes_HaveAReadableUnit(long bytes, string expected) => Format.Size(bytes).ShouldBe(expected);

    [Theory]
    [InlineData("12.3", "CNY", "¥12.30")]
    [InlineData("0.0042", "USD", "$0.0042")]
    [InlineData("0", "EUR", "€0.00")]
    [InlineData("3", "SEK", "3.00 SEK")]
    public void Money_Currencies_AreReadable(string amount, string currency, string expected) =>
        Format.Money(decimal.Parse(amount, CultureInfo.InvariantCulture), currency).ShouldBe(expected);

    [Theory]
    [InlineData("女装 > 裙装 > 旗袍", "女装 ▸ 裙装 ▸ 旗袍")]
    [InlineData(null, null)]
    public void Path_OfCategory_LooksTheSameEverywhere(string? path, string? expected) => Format.Path(path).ShouldBe(expected);

    [Theory]
    [InlineData(0.4, "0.4 s")]
    [InlineData(45, "45 s")]
    [InlineData(80, "1 min 20 s")]
    [InlineData(4_800, "1 h 20 min")]
    [InlineData(90_000, "1 d 1 h")]
    public void Duration_Lengths_HaveTwoUnits(double seconds, string expected) => _texts.Duration(TimeSpan.FromSeconds(seconds)).ShouldBe(expected);

    [Theory]
    [InlineData(5, "just now")]
    [InlineData(180, "3 min ago")]
    [InlineData(7_200, "2 h ago")]
    [InlineData(172_800, "2 d ago")]
    [InlineData(4_000_000, "2025-11-20")]
    public void Ago_Ages_AreRelativeForAMonth(int seconds, string expected)
    {
        var time = new FakeTimeProvider(new DateTimeOffset(2026, 1, 5, 8, 0, 0, TimeSpan.Zero));
        _texts.Ago(time.GetUtcNow().AddSeconds(-seconds), time).ShouldBe(expected);
    }
}
