using System.Text.Json;
using LlmRec.Workbench.Catalog;
using LlmRec.Workbench.Storage;
using LlmRec.Workbench.Web.Tests.Hosting;
using Microsoft.EntityFrameworkCore;

namespace LlmRec.Workbench.Web.Tests.Api.Reconciliation;

/// <summary>The real app on the sample catalog, with one category and one product whose names are markup.</summary>
public sealed class ReconcilingApp : IAsyncLifetime
{
    public const string Root = "/api/v1/reconcile";
    public const string Evil = "<img src=x onerror=\"alert(1)\">'&";
    public const string EvilId = "evil\"><script>";

    private TestApp _app = null!;

    public HttpClient Client => _app.Client;

    /// <summary>A leaf whose name no other category has.</summary>
    public Category Leaf { get; private set; } = null!;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _app = await TestApp.StartAsync();
        await using var db = await _app.Get<IDbContextFactory<WorkbenchDbContext>>().CreateDbContextAsync(Token);
        var evil = new Category { Id = EvilId, Name = Evil, Path = Evil, Depth = 1, IsLeaf = true, Position = 100_000 };
        db.AddRange(evil, new Item { Id = "evil", CategoryId = evil.Id, Title = Evil, Attributes = "{}" });
        await db.SaveChangesAsync(Token);
        var leaves = await db.Categories.Where(c => c.IsLeaf && c.Id != EvilId).OrderBy(c => c.Position).ToListAsync(Token);
        Leaf = leaves.First(leaf => leaves.Count(other => other.Name.Contains(leaf.Name)) == 1);
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    /// <summary>Posts a batch as OpenRefine does.</summary>
    internal async Task<HttpResponseMessage> PostAsync(string json, string field = "queries")
    {
        using var content = new FormUrlEncodedContent(new Dictionary<string, string> { [field] = json });
        using var request = new HttpRequestMessage(HttpMethod.Post, Root) { Content = content, Headers = { ExpectContinue = true } };
        return await Client.SendAsync(request, Token);
    }

    /// <summary>The answer's text; fails unless the call succeeded.</summary>
    internal async Task<string> AnswerAsync(string json, string field = "queries")
    {
        using var response = await PostAsync(json, field);
        var text = await response.Content.ReadAsStringAsync(Token);
        ((int)response.StatusCode).ShouldBe(200, text);
        return text;
    }

    /// <summary>The candidates of one query.</summary>
    internal async Task<JsonElement> ReconcileAsync(object query) =>
        JsonDocument.Parse(await AnswerAsync(JsonSerializer.Serialize(new { q = query }))).RootElement.GetProperty("q").GetProperty("result");
}
