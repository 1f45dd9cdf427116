using System.Net;
using System.Text;
using LlmRec.Workbench.Web.Tests.Hosting;

namespace LlmRec.Workbench.Web.Tests.Titles;

public sealed class TitlesApiTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Csv_NothingAnswered_IsAHeaderWithByteOrderMark()
    {
        await using var app = await TestApp.StartAsync();

        using var response = await app.Client.GetAsync("/api/v1/titles/comparison.csv", Token);

        response.StatusCode.ShouldBe(HttpStatusCode.OK);
        response.Content.Headers.ContentType!.MediaType.ShouldBe("text/csv");
        var bytes = await response.Content.ReadAsByteArrayAsync(Token);
        bytes.AsSpan(0, 3).SequenceEqual(Encoding.UTF8.Preamble).ShouldBeTrue();
        Encoding.UTF8.GetString(bytes).ShouldStartWith("\uFEFFitem_id,category_path,raw_title");
    }

    [Fact]
    public async Task Csv_AnsweredTitles_AreTheRowsOfTheirRunWithoutFormulas()
    {
        await using var app = await TestApp.StartAsync();
        await app.AnswerAsync("=1+1 裤", "这个商品是裤");

        var text = await app.Client.GetStringAsync("/api/v1/titles/comparison.csv?arm=run:77&sample=all", Token);

        var rows = text.Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        rows.Length.ShouldBe(2);
        rows[1].ShouldStartWith("p77,,'=1+1 裤,这个商品是裤,");
        (await app.Client.GetStringAsync("/api/v1/titles/comparison.csv?arm=run:78", Token)).Split("\r\n", StringSplitOptions.RemoveEmptyEntries).Length.ShouldBe(1);
    }

    [Fact]
    public async Task Csv_AnArmThatCannotBeRead_SaysHowToWriteOne()
    {
        await using var app = await TestApp.StartAsync();

        using var response = await app.Client.GetAsync("/api/v1/titles/comparison.csv?arm=nonsense", Token);

        response.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await response.Content.ReadAsStringAsync(Token)).ShouldContain("prompt:NAME@VERSION");
    }
}
