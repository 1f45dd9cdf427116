using System.Net;
using LlmRec.Workbench.Catalog;
using LlmRec.Workbench.Storage;
using LlmRec.Workbench.Web.Api.Reconciliation;
using LlmRec.Workbench.Web.Tests.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace LlmRec.Workbench.Web.Tests.Api.Reconciliation;

/// <summary>Who may call the service from a browser, and what becomes of names that are markup.</summary>
public sealed class ReconciliationSafetyTests(ReconcilingApp app) : IClassFixture<ReconcilingApp>
{
    private const string Root = ReconcilingApp.Root;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("http://127.0.0.1:3333", true)]
    [InlineData("http://localhost:3333", true)]
    [InlineData("http://[::1]:3333", true)]
    [InlineData("https://refine.example.org", true)]
    [InlineData("https://refine.example.org:8443", false)]
    [InlineData("https://evil.example.org", false)]
    [InlineData("http://127.0.0.1.evil.example.org", false)]
    [InlineData("http://localhost.evil.example.org", false)]
    [InlineData("http://loopback", false)]
    [InlineData("null", false)]
    [InlineData("file:///tmp", false)]
    public void Allows_Origin_OnlyThisMachineAndConfiguredOnes(string origin, bool expected) =>
        new ReconciliationOrigins(Options.Create(new ReconciliationOptions { AllowedOrigins = ["https://refine.example.org"] })).Allows(origin).ShouldBe(expected);

    [Theory]
    [InlineData("*")]
    [InlineData("refine.example.org")]
    [InlineData("https://*.example.org")]
    [InlineData("https://refine.example.org/path")]
    [InlineData("https://refine.example.org; script-src *")]
    public void Validate_NoOrigin_IsRefusedWithTheKey(string origin)
    {
        var result = new ReconciliationOptionsValidator().Validate(null, new() { AllowedOrigins = [origin] });

        result.FailureMessage.ShouldStartWith($"Reconciliation:AllowedOrigins holds '{origin}', which is no origin.");
    }

    [Fact]
    public void Validate_Origins_AreTaken() =>
        new ReconciliationOptionsValidator().Validate(null, new() { AllowedOrigins = ["https://refine.example.org", "http://10.0.0.7:3333"] }).Succeeded.ShouldBeTrue();

    [Theory]
    [InlineData("http://127.0.0.1:3333", "http://127.0.0.1:3333")]
    [InlineData("https://evil.example.org", null)]
    public async Task Get_FromAnotherOrigin_IsReadableOnlyForLoopback(string origin, string? allowed)
    {
        foreach (var address in new[] { "", "/suggest/entity?prefix=a", "/flyout/type?id=leaf", $"/preview?id={app.Leaf.Id}" })
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, Root + address) { Headers = { { "Origin", origin } } };
            using var response = await app.Client.SendAsync(request, Token);

            response.Headers.TryGetValues("Access-Control-Allow-Origin", out var values);
            values?.Single().ShouldBe(allowed);
            (values is null).ShouldBe(allowed is null, address);
        }
    }

    [Theory]
    [InlineData("Origin", "https://evil.example.org", HttpStatusCode.Forbidden)]
    [InlineData("Origin", "null", HttpStatusCode.Forbidden)]
    [InlineData("Origin", "http://localhost:3333", HttpStatusCode.OK)]
    [InlineData("Sec-Fetch-Site", "cross-site", HttpStatusCode.Forbidden)]
    [InlineData("Sec-Fetch-Site", "same-site", HttpStatusCode.OK)]
    [InlineData("Sec-Fetch-Site", "none", HttpStatusCode.OK)]
    public async Task Query_CausedByAPage_IsMappedOnlyForAllowedOnes(string header, string value, HttpStatusCode expected)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, $"{Root}?queries={Uri.EscapeDataString("""{"q0":{"query":"帽子"}}""")}") { Headers = { { header, value } } };
        using var response = await app.Client.SendAsync(request, Token);

        response.StatusCode.ShouldBe(expected);
    }

    [Fact]
    public async Task Get_ElsewhereInTheApi_IsNotOpenedToOtherOrigins()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/api/v1/releases") { Headers = { { "Origin", "http://127.0.0.1:3333" } } };
        using var response = await app.Client.SendAsync(request, Token);

        response.Headers.Contains("Access-Control-Allow-Origin").ShouldBeFalse();
    }

    [Fact]
    public async Task Preview_MayBeFramedByThisMachineAndRunsNothing()
    {
        using var response = await app.Client.GetAsync($"{Root}/preview?id={app.Leaf.Id}", Token);
        using var other = await app.Client.GetAsync($"{Root}/suggest/type", Token);
        var policy = response.Headers.GetValues("Content-Security-Policy").Single();

        policy.ShouldStartWith("default-src 'none'; style-src 'sha256-");
        policy.ShouldEndWith("frame-ancestors 'self' http://127.0.0.1:* http://localhost:* https://127.0.0.1:* https://localhost:*");
        response.Headers.Contains("X-Frame-Options").ShouldBeFalse();
        other.Headers.GetValues("X-Frame-Options").ShouldBe(["DENY"]);
    }

    [Fact]
    public async Task Preview_NamesAndTitlesThatAreMarkup_StayText()
    {
        var html = await app.Client.GetStringAsync($"{Root}/preview?id={Uri.EscapeDataString(ReconcilingApp.EvilId)}", Token);

        html.ShouldNotContain("<img");
        html.ShouldNotContain("<script");
        WebUtility.HtmlDecode(html).Split(ReconcilingApp.Evil).Length.ShouldBe(5, "title, heading, path and product");
    }

    [Fact]
    public async Task Flyout_NameThatIsMarkup_StaysText()
    {
        var json = await app.Client.GetStringAsync($"{Root}/flyout/entity?id={Uri.EscapeDataString(ReconcilingApp.EvilId)}", Token);

        System.Text.Json.JsonDocument.Parse(json).RootElement.GetProperty("html").GetString()!.ShouldNotContain("<img");
    }

    [Fact]
    public async Task Preview_UnknownId_IsNotFoundAndSaysSo()
    {
        using var response = await app.Client.GetAsync($"{Root}/preview?id=nobody", Token);

        response.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        WebUtility.HtmlDecode(await response.Content.ReadAsStringAsync(Token)).ShouldContain("没有这个类目");
    }

    [Fact]
    public async Task Query_NothingToMapTo_IsUnavailableAndNotEmpty()
    {
        await using var empty = await TestApp.StartAsync();
        await using var db = await empty.Get<IDbContextFactory<WorkbenchDbContext>>().CreateDbContextAsync(Token);
        await db.Set<Category>().ExecuteDeleteAsync(Token);

        using var response = await empty.Client.GetAsync($"{Root}?queries={Uri.EscapeDataString("""{"q0":{"query":"帽子"}}""")}", Token);

        response.StatusCode.ShouldBe(HttpStatusCode.ServiceUnavailable);
        response.Headers.RetryAfter.ShouldNotBeNull();
        (await response.Content.ReadAsStringAsync(Token)).ShouldContain("Nothing could be mapped");
    }
}
