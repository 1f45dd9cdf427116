using LlmRec.LlmSimulator;
using LlmRec.Workbench.Models;
using LlmRec.Workbench.Security;

namespace LlmRec.Workbench.Tests.Models;

public sealed class ConnectionTesterTests
{
    [Fact]
    public async Task Test_HealthyModel_TellsModelAnswerAndUsage()
    {
        await using var sut = await ModelScene.CreateAsync();

        var test = await TestAsync(sut);

        test.Ok.ShouldBeTrue(test.Problem);
        test.Model.ShouldBe("test-model");
        test.Answer.ShouldNotBeEmpty();
        test.InputTokens.ShouldBeGreaterThan(0);
        test.Latency.ShouldBeGreaterThan(TimeSpan.Zero);
    }

    [Fact]
    public async Task Test_Twice_AsksTwiceAndKeepsNothing()
    {
        await using var sut = await ModelScene.CreateAsync();

        await TestAsync(sut);
        await TestAsync(sut);

        sut.Simulator.RequestCount.ShouldBe(2);
        (await sut.Database.Get<ResponseCache>().SummarizeAsync()).Entries.ShouldBe(0);
    }

    [Fact]
    public async Task Test_ServerError_DoesNotRetry()
    {
        await using var sut = await ModelScene.CreateAsync();
        sut.Simulator.Enqueue(Fault.Status(500));

        var test = await TestAsync(sut);

        test.Ok.ShouldBeFalse();
        test.Problem.ShouldBe(
            $"Model profile 'sim': {sut.Simulator.Endpoint.Authority} failed (HTTP 500). Try again later. The server said: The simulator was told to fail.");
        sut.Simulator.RequestCount.ShouldBe(1);
    }

    [Fact]
    public async Task Test_WrongKey_NamesTheVariableToMend()
    {
        Environment.SetEnvironmentVariable("LLMREC_TEST_WRONG_KEY", "wrong");
        await using var sut = await ModelScene.CreateAsync(
            settings: new() { ["ApiKey"] = "", ["ApiKeyEnvironmentVariable"] = "LLMREC_TEST_WRONG_KEY" },
            simulator: new SimulatorOptions { RequiredKey = "right" });

        var test = await TestAsync(sut);

        test.Failure.ShouldBe(CallFailure.NotAuthorized);
        test.Problem.ShouldContain("refused the key (HTTP 401). Check the environment variable LLMREC_TEST_WRONG_KEY.");
    }

    [Fact]
    public async Task Test_KeyVariableNotSet_SaysSoWithoutARequest()
    {
        await using var sut = await ModelScene.CreateAsync(
            settings: new() { ["ApiKey"] = "", ["ApiKeyEnvironmentVariable"] = "LLMREC_TEST_MISSING_KEY" });

        var test = await TestAsync(sut);

        test.Problem.ShouldBe(
            "The model profile 'sim' takes its key from the environment variable LLMREC_TEST_MISSING_KEY, which is not set. Set it and start the workbench again.");
        sut.Simulator.RequestCount.ShouldBe(0);
        sut.Profiles.Get("sim").Key.ShouldBe(new KeySource(KeySourceKind.EnvironmentVariable, "LLMREC_TEST_MISSING_KEY", false));
    }

    [Fact]
    public async Task Test_WrongModel_NamesTheModel()
    {
        await using var sut = await ModelScene.CreateAsync(simulator: new SimulatorOptions { Models = ["another"] });

        (await TestAsync(sut)).Problem.ShouldContain("knows no model 'test-model' or no such path (HTTP 404). Check Models:Profiles:sim:Model");
    }

    [Fact]
    public async Task Test_WrongDeployment_NamesTheDeployment()
    {
        await using var sut = await ModelScene.CreateAsync(ModelKinds.AzureOpenAI, simulator: new SimulatorOptions { Models = ["another"] });

        (await TestAsync(sut)).Problem.ShouldContain("knows no deployment 'test-model'");
    }

    [Fact]
    public async Task Test_PlainServerAskedOverTls_PointsAtTheScheme()
    {
        await using var sut = await ModelScene.CreateAsync();
        var https = sut.Simulator.Endpoint.AbsoluteUri.Replace("http:", "https:", StringComparison.Ordinal);
        await using var other = await ModelScene.CreateAsync(settings: new() { ["Endpoint"] = https });

        var test = await TestAsync(other);

        test.Failure.ShouldBe(CallFailure.Tls);
        test.Problem.ShouldContain("should begin with http or https");
    }

    [Fact]
    public async Task Test_OfflineModel_IsOk()
    {
        await using var sut = await ModelScene.CreateAsync();

        var test = await sut.Database.Get<ConnectionTester>().TestAsync(ModelScene.Ana, "offline");

        test.Ok.ShouldBeTrue();
        test.Model.ShouldBe("knowledge-pack");
    }

    [Fact]
    public async Task Test_ByAViewer_IsDenied()
    {
        await using var sut = await ModelScene.CreateAsync();
        var viewer = new Caller("vi", new HashSet<string> { Roles.Viewer });

        await Should.ThrowAsync<AccessDeniedException>(() => sut.Database.Get<ConnectionTester>().TestAsync(viewer, "sim"));
        sut.Simulator.RequestCount.ShouldBe(0);
    }

    private static Task<ConnectionTest> TestAsync(ModelScene scene) => scene.Database.Get<ConnectionTester>().TestAsync(ModelScene.Ana, "sim");
}
