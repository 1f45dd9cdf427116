using System.Net;
using System.Text.Json;

namespace LlmRec.Workbench.Web.Tests.Api.Reconciliation;

/// <summary>Query batches over HTTP, on the real app.</summary>
public sealed class ReconciliationQueryTests(ReconcilingApp app) : IClassFixture<ReconcilingApp>
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Query_NameOfACategory_MatchesItWithFeaturesTypesAndPath()
    {
        var best = (await app.ReconcileAsync(new { query = app.Leaf.Name }))[0];

        best.GetProperty("id").GetString().ShouldBe(app.Leaf.Id);
        best.GetProperty("match").GetBoolean().ShouldBeTrue();
        best.GetProperty("description").GetString().ShouldBe(app.Leaf.Path);
        best.GetProperty("score").GetDouble().ShouldBeInRange(85, 100);
        best.GetProperty("type")[0].GetProperty("id").GetString().ShouldBe("leaf");
        var features = best.GetProperty("features").EnumerateArray().ToDictionary(f => f.GetProperty("id").GetString()!, f => f.GetProperty("value").GetDouble());
        features.Keys.ShouldBe(["probability", "exact", "alias", "lexical", "query2cate", "titles", "embedding", "choice"]);
        features["exact"].ShouldBeGreaterThanOrEqualTo(0.8);
    }

    [Fact]
    public async Task Query_ValidExamples_AreAnsweredByTheSchema()
    {
        foreach (var (name, batch) in ReconcileSchema.Examples("reconciliation-query-batch", "valid"))
        {
            var answer = await app.AnswerAsync(batch);

            await ReconcileSchema.ShouldAcceptAsync("reconciliation-result-batch", answer);
            JsonDocument.Parse(answer).RootElement.EnumerateObject().Count().ShouldBe(JsonDocument.Parse(batch).RootElement.EnumerateObject().Count(), name);
        }
    }

    [Fact]
    public async Task Query_RealCandidates_FitTheSchema()
    {
        var answer = await app.AnswerAsync(JsonSerializer.Serialize(new
        {
            a = new { query = app.Leaf.Name, type = "leaf", type_strict = "should", limit = 50 },
            b = new { query = "衣", properties = new[] { new { pid = "parent", v = "女装" } } },
            c = new { properties = new[] { new { pid = "id", v = new { id = app.Leaf.Id } } } },
        }));

        await ReconcileSchema.ShouldAcceptAsync("reconciliation-result-batch", answer);
        answer.ShouldContain("\"match\":true");
    }

    [Fact]
    public async Task Query_InvalidExamples_AreRefusedWithAReason()
    {
        foreach (var (name, batch) in ReconcileSchema.Examples("reconciliation-query-batch", "invalid"))
        {
            using var response = await app.PostAsync(batch);

            response.StatusCode.ShouldBe(HttpStatusCode.BadRequest, name);
            (await response.Content.ReadAsStringAsync(Token)).ShouldContain("Query 'q");
        }
    }

    [Theory]
    [InlineData("{", "not valid JSON")]
    [InlineData("[]", "must be a JSON object, but is a list")]
    [InlineData("""{"q0":[]}""", "must be a JSON object, but is a list")]
    [InlineData("""{"q0":{"query":7}}""", "must be a text, but is a number")]
    [InlineData("""{"q0":{"query":"\ud800"}}""", "surrogate")]
    [InlineData("""{"q0":{"query":"a","limit":"5"}}""", "must be a number")]
    [InlineData("""{"q0":{"query":"a","type":{}}}""", "must be a text, but is an object")]
    [InlineData("""{"q0":{"query":"a","type_strict":"maybe"}}""", "any, all or should")]
    [InlineData("""{"q0":{"query":"a","properties":[{"pid":"parent"}]}}""", "with")]
    [InlineData("""{"q0":{"query":"a","properties":[{"pid":"parent","v":null}]}}""", "but is null")]
    public async Task Query_Malformed_IsRefusedWithAReason(string batch, string reason)
    {
        using var response = await app.PostAsync(batch);

        response.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        response.Content.Headers.ContentType!.MediaType.ShouldBe("application/problem+json");
        (await response.Content.ReadAsStringAsync(Token)).ShouldContain(reason);
    }

    [Theory]
    [InlineData("")]
    [InlineData("...！？")]
    [InlineData("\u0000\u0001\u001b[31m\u202e")]
    [InlineData("𠮷野家🏬 ผ้าม่าน")]
    public async Task Query_OddText_IsAnsweredAndNotMatched(string text)
    {
        var result = await app.ReconcileAsync(new { query = text });

        result.EnumerateArray().ShouldAllBe(candidate => !candidate.GetProperty("match").GetBoolean());
    }

    [Fact]
    public async Task Query_TextOfFiveThousandCharacters_IsAnsweredAndALongerOneThanAllowedRefused()
    {
        await app.ReconcileAsync(new { query = new string('衣', 5_000) });
        using var response = await app.PostAsync(JsonSerializer.Serialize(new { q7 = new { query = new string('衣', 10_001) } }));

        response.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await response.Content.ReadAsStringAsync(Token)).ShouldContain("q7");
    }

    [Fact]
    public async Task Query_TenThousandInABatch_AreRefusedWithTheLimit()
    {
        using var response = await app.PostAsync(JsonSerializer.Serialize(Enumerable.Range(0, 10_000).ToDictionary(i => $"q{i}", _ => new { query = "帽子" })));

        response.StatusCode.ShouldBe(HttpStatusCode.RequestEntityTooLarge);
        (await response.Content.ReadAsStringAsync(Token)).ShouldContain("10000 queries; send at most 500");
    }

    [Fact]
    public async Task Query_BodyOfSixMegabytes_IsRefused()
    {
        using var response = await app.PostAsync(new string('a', 6_000_000));

        response.StatusCode.ShouldBe(HttpStatusCode.RequestEntityTooLarge);
    }

    [Fact]
    public async Task Query_FiveHundredInABatch_AreAllAnswered()
    {
        var answer = await app.AnswerAsync(JsonSerializer.Serialize(Enumerable.Range(0, 500).ToDictionary(i => $"q{i}", i => new { query = $"{app.Leaf.Name}{i}" })));

        JsonDocument.Parse(answer).RootElement.EnumerateObject().Select(q => q.Name).ShouldBe(Enumerable.Range(0, 500).Select(i => $"q{i}"));
    }

    [Fact]
    public async Task Query_ByGet_IsAnsweredAsByPost()
    {
        var batch = JsonSerializer.Serialize(new { q0 = new { query = app.Leaf.Name, limit = 3 }, q1 = new { query = "没有的东西" } });

        (await app.Client.GetStringAsync($"{ReconcilingApp.Root}?queries={Uri.EscapeDataString(batch)}", Token)).ShouldBe(await app.AnswerAsync(batch));
    }

    [Theory]
    [InlineData("leaf")]
    [InlineData("branch")]
    public async Task Query_WithType_ShowsOnlyThatType(string type)
    {
        var result = await app.ReconcileAsync(new { query = "装", type, limit = 20 });

        result.GetArrayLength().ShouldBeGreaterThan(0);
        result.EnumerateArray().ShouldAllBe(candidate => candidate.GetProperty("type")[0].GetProperty("id").GetString() == type);
    }

    [Fact]
    public async Task Query_UnknownType_FindsNothing() => (await app.ReconcileAsync(new { query = app.Leaf.Name, type = "Person" })).GetArrayLength().ShouldBe(0);

    [Theory]
    [InlineData("/")]
    [InlineData("/suggest/entity")]
    public async Task Post_WithoutAField_OrElsewhere_IsExplained(string address)
    {
        using var response = await app.Client.PostAsync(ReconcilingApp.Root + address, new FormUrlEncodedContent([]), Token);

        ((int)response.StatusCode).ShouldBeOneOf(400, 405);
    }
}
