using System.Globalization;
using LlmRec.Workbench.Titles.Comparison;
using LlmRec.Workbench.Web.Components.Pages.Titles;
using LlmRec.Workbench.Web.Components.Shared;

namespace LlmRec.Workbench.Web.Tests.Titles;

public sealed class TitlesAddressTests
{
    public TitlesAddressTests() => CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo("en");

    [Fact]
    public void Request_OfNothing_IsThePublishedSampleOfTheNewest() => new TitlesAddress().Request.ShouldBe(ComparisonRequest.Default);

    [Fact]
    public void Request_OfEverything_SaysWhatTheAddressSays()
    {
        var request = new TitlesAddress("prompt:titles-zh@2|model:a b", "50", "x", "character", "without", "without", "all", 7).Request;

        request.ShouldBe(new ComparisonRequest(
            new TitleArm { Prompt = "titles-zh", Version = 2, Model = "a b" }, "50", new PerplexityMeasure(true, true, true), SampleSize: null, Seed: 7));
    }

    [Fact]
    public void CsvAddress_OddNames_AreEscaped() =>
        new TitlesAddress(Arm: "model:a&b c", Seed: 3).CsvAddress.ShouldBe("/api/v1/titles/comparison.csv?arm=model%3Aa%26b%20c&seed=3");

    [Theory]
    [InlineData(12.345, "12.3")]
    [InlineData(106234.2, "106,234")]
    [InlineData(double.NaN, "–")]
    public void Perplexity_Sizes_AreReadable(double value, string expected) => Format.Perplexity(value).ShouldBe(expected);

    [Theory]
    [InlineData(0.497, "×0.50")]
    [InlineData(25.2, "×25")]
    [InlineData(double.NaN, "–")]
    public void Ratio_Sizes_AreReadable(double value, string expected) => Format.Ratio(value).ShouldBe(expected);

    [Theory]
    [InlineData(1e-48, "< 0.001")]
    [InlineData(0.0421, "0.042")]
    [InlineData(1, "1.000")]
    public void P_Sizes_AreNeverZero(double value, string expected) => Format.P(value).ShouldBe(expected);

    [Fact]
    public async Task ComparisonTask_Stopped_SaysSoInsteadOfFailing()
    {
        using var task = new ComparisonTask<string>();
        var running = task.StartAsync(async cancel =>
        {
            await Task.Delay(Timeout.Infinite, cancel);
            return "";
        });

        await task.StopAsync();
        await running;

        task.IsStopped.ShouldBeTrue();
        task.State.Error.ShouldBeNull();
    }
}
