using System.Net;
using System.Text.Json;
using LlmRec.Workbench.Mapping.Evaluation;
using LlmRec.Workbench.Web.Tests.Hosting;

namespace LlmRec.Workbench.Web.Tests.Mapping;

public sealed class MappingApiTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Files_OfAnEvaluation_HoldItsFiguresAndNoFormulas()
    {
        await using var app = await TestApp.StartAsync();
        await app.Services.AddTreeAsync();
        var id = await app.Services.EvaluateAsync(MappingSpec.Parse("default,-exact"));
        string Address(string name) => $"/api/v1/mapping/evaluations/{id}/{name}";

        var figures = await app.Client.GetStringAsync(Address("figures.csv"), Token);
        var names = await app.Client.GetStringAsync(Address("names.csv"), Token);
        using var report = JsonDocument.Parse(await app.Client.GetStringAsync(Address("report.json"), Token));

        figures.ShouldStartWith("section,setting,stratum,metric,part,of,value,low,high\r\n");
        names.ShouldContain("default,帆布鞋,like,");
        names.ShouldNotContain(",=");
        var atOne = report.RootElement.GetProperty("report").GetProperty("a").GetProperty("strata")[0].GetProperty("at_one");
        atOne.GetProperty("whole").GetInt32().ShouldBe(3);
        atOne.GetProperty("low").GetDouble().ShouldBeLessThan(atOne.GetProperty("high").GetDouble());
        report.RootElement.GetProperty("summary").GetProperty("head").GetProperty("a").GetProperty("spec").GetString().ShouldBe("default");
    }

    [Fact]
    public async Task Files_OfNoEvaluation_AreNotFound()
    {
        await using var app = await TestApp.StartAsync();

        using var response = await app.Client.GetAsync("/api/v1/mapping/evaluations/77/figures.csv", Token);

        response.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await response.Content.ReadAsStringAsync(Token)).ShouldContain("There is no evaluation 77.");
    }
}
