using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using LlmRec.LlmSimulator;

namespace LlmRec.Workbench.Tests.LlmSimulator;

public sealed class SimulatorTests : IDisposable
{
    private readonly HttpClient _http = new();

    [Fact]
    public async Task Chat_SamePromptTwice_GetsTheSameAnswerAndIsCounted()
    {
        await using var sut = await SimulatorServer.StartAsync();

        var first = await AnswerAsync(sut, "类目：休闲裤");
        var second = await AnswerAsync(sut, "类目：休闲裤");

        first.ShouldBe(second);
        first.ShouldMatch("^'''[^'，]+(，[^'，]+){5,10}'''$");
        sut.CountsByPrompt["类目：休闲裤"].ShouldBe(2);
    }

    [Fact]
    public async Task Chat_EnglishPrompt_AnswersInEnglish()
    {
        await using var sut = await SimulatorServer.StartAsync();

        (await AnswerAsync(sut, "casual trousers")).ShouldMatch("^'''[a-z-]+(, [a-z-]+){5,10}'''$");
    }

    [Fact]
    public async Task Chat_OwnAnswer_IsGiven()
    {
        await using var sut = await SimulatorServer.StartAsync(new SimulatorOptions { Answer = r => $"re: {r.Prompt}" });

        (await AnswerAsync(sut, "x")).ShouldBe("re: x");
    }

    [Fact]
    public async Task Chat_RuleForOnePrompt_LeavesOthersAlone()
    {
        await using var sut = await SimulatorServer.StartAsync();
        sut.When(r => r.Prompt == "bad", Fault.Status(503), times: 1);

        (await PostAsync(sut, "good")).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await PostAsync(sut, "bad")).StatusCode.ShouldBe(HttpStatusCode.ServiceUnavailable);
        (await PostAsync(sut, "bad")).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Chat_FaultRate_MeetsAboutThatShare()
    {
        await using var sut = await SimulatorServer.StartAsync(
            new SimulatorOptions { Rates = new Dictionary<Fault, double> { [Fault.Status(500)] = 0.3, [Fault.RateLimited(1)] = 0.3 } });

        var responses = await Task.WhenAll(Enumerable.Range(0, 200).Select(i => PostAsync(sut, $"{i}")));

        responses.Count(r => r.StatusCode == HttpStatusCode.InternalServerError).ShouldBeInRange(40, 80);
        var limited = responses.Where(r => r.StatusCode == HttpStatusCode.TooManyRequests).ToList();
        limited.Count.ShouldBeInRange(40, 80);
        limited[0].Headers.RetryAfter!.Delta.ShouldBe(TimeSpan.FromSeconds(1));
    }

    [Fact]
    public async Task Chat_NoJson_IsABadRequest()
    {
        await using var sut = await SimulatorServer.StartAsync();

        var response = await _http.PostAsync($"{sut.Endpoint}/chat/completions", new StringContent("{"));

        response.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task Embeddings_SimilarAndOtherTexts_AreNearAndFar()
    {
        await using var sut = await SimulatorServer.StartAsync();
        var response = await _http.PostAsJsonAsync($"{sut.Endpoint}/embeddings", new { model = "e", input = new[] { "帆布鞋", "男帆布鞋", "空气炸锅" } });

        var vectors = (await JsonAsync(response)).GetProperty("data").EnumerateArray()
            .Select(d => d.GetProperty("embedding").EnumerateArray().Select(v => v.GetSingle()).ToArray()).ToList();

        vectors[0].Length.ShouldBe(64);
        Dot(vectors[0], vectors[0]).ShouldBe(1f, 0.001f);
        Dot(vectors[0], vectors[1]).ShouldBeGreaterThan(Dot(vectors[0], vectors[2]));
    }

    [Fact]
    public async Task Embeddings_Base64_HoldsTheFloats()
    {
        await using var sut = await SimulatorServer.StartAsync();

        var response = await _http.PostAsJsonAsync($"{sut.Endpoint}/embeddings", new { model = "e", input = "鞋", dimensions = 8, encoding_format = "base64" });

        (await JsonAsync(response)).GetProperty("data")[0].GetProperty("embedding").GetBytesFromBase64().Length.ShouldBe(8 * sizeof(float));
    }

    [Fact]
    public async Task Models_Configured_AreListed()
    {
        await using var sut = await SimulatorServer.StartAsync(new SimulatorOptions { Models = ["a", "b"] });

        var list = await _http.GetFromJsonAsync<JsonElement>($"{sut.Endpoint}/models");

        list.GetProperty("data").EnumerateArray().Select(m => m.GetProperty("id").GetString()).ShouldBe(["a", "b"]);
    }

    [Fact]
    public async Task Statistics_AfterSomeRequests_CountsThem()
    {
        await using var sut = await SimulatorServer.StartAsync(new SimulatorOptions { KeepRequests = 1 });
        await AnswerAsync(sut, "a");
        await AnswerAsync(sut, "b");

        var statistics = await _http.GetFromJsonAsync<JsonElement>($"{sut.AzureEndpoint}simulator/requests");

        statistics.GetProperty("requests").GetInt32().ShouldBe(2);
        statistics.GetProperty("prompts").GetProperty("a").GetInt32().ShouldBe(1);
        sut.Requests.ShouldHaveSingleItem().Prompt.ShouldBe("b");
    }

    public void Dispose() => _http.Dispose();

    private Task<HttpResponseMessage> PostAsync(SimulatorServer server, string prompt) =>
        _http.PostAsync($"{server.Endpoint}/chat/completions", new StringContent(
            JsonSerializer.Serialize(new { model = "m", messages = new[] { new { role = "user", content = prompt } } }), Encoding.UTF8, "application/json"));

    private async Task<string> AnswerAsync(SimulatorServer server, string prompt) =>
        (await JsonAsync(await PostAsync(server, prompt))).GetProperty("choices")[0].GetProperty("message").GetProperty("content").GetString()!;

    private static Task<JsonElement> JsonAsync(HttpResponseMessage response) => response.Content.ReadFromJsonAsync<JsonElement>();

    private static float Dot(float[] a, float[] b) => a.Zip(b, (x, y) => x * y).Sum();
}
