using LlmRec.Workbench.Web.Tests.Hosting;

namespace LlmRec.Workbench.Web.Tests.Security;

public sealed class LoopbackGuardTests
{
    [Theory]
    [InlineData("http://0.0.0.0:0")]
    [InlineData("http://[::]:0")]
    [InlineData("http://*:0")]
    public async Task Start_AddressThatOthersCanReach_RefusesAndSaysWhatToDo(string urls)
    {
        var error = await Should.ThrowAsync<InvalidOperationException>(() => TestApp.StartAsync(urls));

        error.Message.ShouldStartWith("Refusing to listen on ");
        error.Message.ShouldContain("--urls http://127.0.0.1:5080");
    }

    [Fact]
    public async Task Get_ForeignHostName_IsRefused()
    {
        await using var app = await TestApp.StartAsync();
        using var request = new HttpRequestMessage(HttpMethod.Get, "/") { Headers = { Host = "attacker.example" } };

        var response = await app.Client.SendAsync(request, TestContext.Current.CancellationToken);

        ((int)response.StatusCode).ShouldBe(400);
    }

    [Fact]
    public async Task Get_HomePage_CarriesTheSecurityHeaders()
    {
        await using var app = await TestApp.StartAsync();

        var response = await app.Client.GetAsync("/", TestContext.Current.CancellationToken);

        response.EnsureSuccessStatusCode();
        response.Headers.GetValues("X-Content-Type-Options").ShouldBe(["nosniff"]);
        response.Headers.GetValues("X-Frame-Options").ShouldBe(["DENY"]);
    }
}
