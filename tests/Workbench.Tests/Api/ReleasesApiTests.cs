using System.Net;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text.Json;

namespace LlmRec.Workbench.Web.Tests.Api;

/// <summary>The releases API over HTTP, on the real app.</summary>
public sealed class ReleasesApiTests(ReleasedApp app) : IClassFixture<ReleasedApp>
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private HttpClient Client => app.Client;

    [Fact]
    public async Task List_OnePublished_SpeaksSnakeCase()
    {
        var list = JsonDocument.Parse(await Client.GetStringAsync("/api/v1/releases", Token)).RootElement;

        list.GetArrayLength().ShouldBe(1);
        list[0].GetProperty("pair_count").GetInt32().ShouldBe(1);
        list[0].GetProperty("manifest_url").GetString().ShouldBe("/api/v1/releases/1/manifest");
    }

    [Theory]
    [InlineData("1")]
    [InlineData("v000001")]
    [InlineData("latest")]
    public async Task Get_AnyNameOfARelease_ListsItsFilesWithTheirHashes(string name)
    {
        var release = JsonDocument.Parse(await Client.GetStringAsync($"/api/v1/releases/{name}", Token)).RootElement;

        foreach (var file in release.GetProperty("files").EnumerateArray())
        {
            var bytes = await Client.GetByteArrayAsync(file.GetProperty("url").GetString(), Token);
            Convert.ToHexStringLower(SHA256.HashData(bytes)).ShouldBe(file.GetProperty("sha256").GetString());
        }
    }

    [Theory]
    [InlineData("pairs.jsonl", "application/jsonl")]
    [InlineData("pairs.csv", "text/csv")]
    [InlineData("manifest.json", "application/json")]
    [InlineData("SHA256SUMS", "text/plain")]
    public async Task File_NamedInTheManifest_HasTypeAndName(string name, string type)
    {
        using var response = await Client.GetAsync($"/api/v1/releases/1/files/{name}", Token);

        response.StatusCode.ShouldBe(HttpStatusCode.OK);
        response.Content.Headers.ContentType!.MediaType.ShouldBe(type);
        response.Content.Headers.ContentDisposition!.DispositionType.ShouldBe("attachment");
        response.Content.Headers.ContentDisposition.FileName.ShouldBe(name);
    }

    [Theory]
    [InlineData("/api/v1/releases/9")]
    [InlineData("/api/v1/releases/nonsense/manifest")]
    [InlineData("/api/v1/releases/9/files/pairs.csv")]
    [InlineData("/api/v1/releases/1/files/.lock")]
    [InlineData("/api/v1/releases/1/files/..%2Flatest")]
    [InlineData("/api/v1/releases/1/files/%2Fetc%2Fpasswd")]
    public async Task Get_WhatIsNotThere_IsAProblemWithAnExplanation(string address)
    {
        using var response = await Client.GetAsync(address, Token);

        response.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        response.Content.Headers.ContentType!.MediaType.ShouldBe("application/problem+json");
        (await response.Content.ReadAsStringAsync(Token)).ShouldContain("elease");
    }

    [Fact]
    public async Task File_AskedAgainWithItsTag_IsNotSentAgain()
    {
        using var first = await Client.GetAsync("/api/v1/releases/latest/files/pairs.jsonl", Token);
        using var request = new HttpRequestMessage(HttpMethod.Get, "/api/v1/releases/latest/files/pairs.jsonl");
        request.Headers.IfNoneMatch.Add(new EntityTagHeaderValue(first.Headers.ETag!.Tag));

        using var second = await Client.SendAsync(request, Token);

        second.StatusCode.ShouldBe(HttpStatusCode.NotModified);
    }

    [Fact]
    public async Task OpenApi_Document_DescribesTheApiAndNothingElse()
    {
        var paths = JsonDocument.Parse(await Client.GetStringAsync("/openapi/v1.json", Token)).RootElement.GetProperty("paths");

        var names = paths.EnumerateObject().Select(path => path.Name).ToList();
        names.ShouldContain("/api/v1/releases/{release}/files/{name}");
        names.ShouldAllBe(name => name.StartsWith("/api/"));
    }
}
