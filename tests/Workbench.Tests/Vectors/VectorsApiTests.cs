using System.Net;
using System.Security.Cryptography;
using System.Text.Json;
using LlmRec.Workbench.Embeddings;
using LlmRec.Workbench.Security;
using LlmRec.Workbench.Web.Tests.Hosting;

namespace LlmRec.Workbench.Web.Tests.Vectors;

/// <summary>Vector sets through the real app: ordered, made by its workers, pulled over HTTP.</summary>
public sealed class VectorsApiTests : IAsyncLifetime
{
    private TestApp _app = null!;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _app = await TestApp.StartAsync();
        var set = await _app.Get<VectorControl>().StartAsync(Caller.SingleUser("lin"), new VectorRequest(TargetDimensions: 16), Token);
        (await VectorWait.UntilMadeAsync(_app, set.Number, Token)).ShouldBe(VectorSetStatus.Finished);
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    [Fact]
    public async Task Get_FinishedSet_ListsItsFilesWithTheirHashes()
    {
        var list = JsonDocument.Parse(await _app.Client.GetStringAsync("/api/v1/vectors", Token)).RootElement;
        list[0].GetProperty("dimensions").GetInt32().ShouldBe(16);

        var set = JsonDocument.Parse(await _app.Client.GetStringAsync(list[0].GetProperty("url").GetString(), Token)).RootElement;

        foreach (var file in set.GetProperty("report").GetProperty("files").EnumerateArray())
        {
            var bytes = await _app.Client.GetByteArrayAsync($"/api/v1/vectors/1/files/{file.GetProperty("name").GetString()}", Token);
            Convert.ToHexStringLower(SHA256.HashData(bytes)).ShouldBe(file.GetProperty("sha256").GetString());
        }
    }

    [Fact]
    public async Task File_OnlyARange_IsEnough()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/api/v1/vectors/1/files/vectors.npy") { Headers = { Range = new(1, 5) } };

        using var response = await _app.Client.SendAsync(request, Token);

        response.StatusCode.ShouldBe(HttpStatusCode.PartialContent);
        (await response.Content.ReadAsStringAsync(Token)).ShouldBe("NUMPY");
        response.Content.Headers.ContentDisposition!.FileName.ShouldBe("vectors.npy");
    }

    [Theory]
    [InlineData("/api/v1/vectors/9")]
    [InlineData("/api/v1/vectors/9/files/vectors.npy")]
    [InlineData("/api/v1/vectors/1/files/raw.npy")]
    [InlineData("/api/v1/vectors/1/files/..%2F..%2Fworkbench.db")]
    [InlineData("/api/v1/vectors/1/files/%2Fetc%2Fpasswd")]
    [InlineData("/api/v1/vectors/-1/files/vectors.npy")]
    public async Task File_ThatNoSetHas_IsNotFound(string path)
    {
        using var response = await _app.Client.GetAsync(path, Token);

        response.StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }
}
