using System.Net;
using System.Text.Json;

namespace LlmRec.Workbench.Web.Tests.Api.Reconciliation;

/// <summary>Manifest, suggestions and data extension over HTTP, on the real app.</summary>
public sealed class ReconciliationApiTests(ReconcilingApp app) : IClassFixture<ReconcilingApp>
{
    private const string Root = ReconcilingApp.Root;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Manifest_FitsTheSchemaAndNamesTheVersion()
    {
        var manifest = await app.Client.GetStringAsync(Root, Token);

        Read(manifest).GetProperty("versions").EnumerateArray().Select(v => v.GetString()).ShouldBe(["0.2"]);
        await ReconcileSchema.ShouldAcceptAsync("manifest", manifest);
    }

    [Fact]
    public async Task Manifest_Addresses_AreUnderTheHostThatWasAskedAndAnswer()
    {
        var manifest = Read(await app.Client.GetStringAsync(Root, Token));
        var host = app.Client.BaseAddress!.GetLeftPart(UriPartial.Authority);
        var suggest = manifest.GetProperty("suggest").EnumerateObject().SelectMany(s => new[]
        {
            $"{s.Value.GetProperty("service_url")}{s.Value.GetProperty("service_path")}?prefix=a",
        });
        string[] addresses =
        [
            manifest.GetProperty("view").GetProperty("url").GetString()!.Replace("{{id}}", app.Leaf.Id),
            manifest.GetProperty("preview").GetProperty("url").GetString()!.Replace("{{id}}", app.Leaf.Id),
            $"{manifest.GetProperty("extend").GetProperty("propose_properties").GetProperty("service_url")}/extend/propose?type=leaf",
            manifest.GetProperty("documentation").GetString()!,
            .. suggest,
        ];

        foreach (var address in addresses)
        {
            address.ShouldStartWith(host);
            (await app.Client.GetAsync(address, Token)).StatusCode.ShouldBe(HttpStatusCode.OK, address);
        }
    }

    [Fact]
    public async Task Manifest_OfARebindingHost_IsRefused()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, Root) { Headers = { Host = "rebound.example.org" } };

        (await app.Client.SendAsync(request, Token)).StatusCode.ShouldBe(HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task SuggestEntity_Prefix_FindsCategoriesPageByPage()
    {
        var text = await app.Client.GetStringAsync($"{Root}/suggest/entity?prefix={Uri.EscapeDataString("女")}", Token);
        await ReconcileSchema.ShouldAcceptAsync("suggest-entities-response", text);
        var first = Read(text);
        var second = Read(await app.Client.GetStringAsync($"{Root}/suggest/entity?prefix={Uri.EscapeDataString("女")}&cursor={first.GetProperty("cursor")}", Token));

        Ids(first).Count.ShouldBe(20);
        Ids(second).ShouldNotBeEmpty();
        Ids(second).Intersect(Ids(first)).ShouldBeEmpty();
    }

    [Fact]
    public async Task SuggestEntity_IdOrNothing_FindsIt()
    {
        Ids(Read(await app.Client.GetStringAsync($"{Root}/suggest/entity?prefix={app.Leaf.Id}", Token)))[0].ShouldBe(app.Leaf.Id);
        Ids(Read(await app.Client.GetStringAsync($"{Root}/suggest/entity", Token))).ShouldBeEmpty();
    }

    [Fact]
    public async Task SuggestTypeAndProperty_Anything_FitTheSchemas()
    {
        var types = await app.Client.GetStringAsync($"{Root}/suggest/type?prefix=", Token);
        var properties = await app.Client.GetStringAsync($"{Root}/suggest/property?prefix=pa", Token);
        await ReconcileSchema.ShouldAcceptAsync("suggest-types-response", types);
        await ReconcileSchema.ShouldAcceptAsync("suggest-properties-response", properties);

        Ids(Read(types)).ShouldContain(id => id.StartsWith("under:", StringComparison.Ordinal));
        Ids(Read(properties)).ShouldBe(["path", "parent"]);
    }

    [Theory]
    [InlineData("type", "leaf")]
    [InlineData("property", "parent")]
    public async Task Flyout_KnownSubject_IsALine(string what, string id)
    {
        var flyout = Read(await app.Client.GetStringAsync($"{Root}/flyout/{what}?id={id}", Token));

        flyout.GetProperty("id").GetString().ShouldBe(id);
        flyout.GetProperty("html").GetString().ShouldStartWith("<p><b>");
        (await app.Client.GetAsync($"{Root}/flyout/{what}?id=nonsense", Token)).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Propose_Leaf_FitsTheSchema()
    {
        var text = await app.Client.GetStringAsync($"{Root}/extend/propose?type=leaf&limit=3", Token);

        await ReconcileSchema.ShouldAcceptAsync("data-extension-property-proposal", text);
        Read(text).GetProperty("properties").GetArrayLength().ShouldBe(3);
    }

    [Fact]
    public async Task Extend_PathAndParent_GivesTextAndEntity()
    {
        var answer = await app.AnswerAsync(
            JsonSerializer.Serialize(new { ids = new[] { app.Leaf.Id, "nobody" }, properties = new object[] { new { id = "path" }, new { id = "parent" }, new { id = "level" }, new { id = "children", settings = new { limit = "5" } } } }), "extend");
        await ReconcileSchema.ShouldAcceptAsync("data-extension-response", answer);
        var row = Read(answer).GetProperty("rows").GetProperty(app.Leaf.Id);

        row.GetProperty("path")[0].GetProperty("str").GetString().ShouldBe(app.Leaf.Path);
        row.GetProperty("parent")[0].GetProperty("id").GetString().ShouldBe(app.Leaf.ParentId);
        row.GetProperty("level")[0].GetProperty("int").GetInt32().ShouldBe(app.Leaf.Depth);
        row.GetProperty("children").GetArrayLength().ShouldBe(0);
        Read(answer).GetProperty("rows").GetProperty("nobody").GetProperty("path").GetArrayLength().ShouldBe(0);
    }

    [Fact]
    public async Task Extend_ValidExamples_AreAnsweredByTheSchema()
    {
        foreach (var (_, query) in ReconcileSchema.Examples("data-extension-query", "valid"))
        {
            await ReconcileSchema.ShouldAcceptAsync("data-extension-response", await app.AnswerAsync(query, "extend"));
        }
    }

    [Theory]
    [InlineData("""{"ids":[]}""", "lacks")]
    [InlineData("""{"ids":"a","properties":[]}""", "must be a list")]
    [InlineData("""{"ids":[],"properties":[{}]}""", "an object with an")]
    public async Task Extend_Malformed_IsRefusedWithAReason(string query, string reason)
    {
        using var response = await app.PostAsync(query, "extend");

        response.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await response.Content.ReadAsStringAsync(Token)).ShouldContain(reason);
    }

    private static JsonElement Read(string json) => JsonDocument.Parse(json).RootElement;

    private static List<string> Ids(JsonElement suggestions) => [.. suggestions.GetProperty("result").EnumerateArray().Select(r => r.GetProperty("id").GetString()!)];
}
