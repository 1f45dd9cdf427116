using System.Globalization;
using Bunit;
using LlmRec.LlmSimulator;
using LlmRec.Workbench.Embeddings;
using LlmRec.Workbench.Models;
using LlmRec.Workbench.Perplexity;
using LlmRec.Workbench.Security;
using LlmRec.Workbench.Tests;
using LlmRec.Workbench.Web.Components.Pages.Models;
using LlmRec.Workbench.Web.Components.Shared;
using LlmRec.Workbench.Web.Resources;
using LlmRec.Workbench.Web.Security;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;
using MudBlazor;
using MudBlazor.Services;

namespace LlmRec.Workbench.Web.Tests.Models;

public sealed class ModelsPageTests : IAsyncLifetime
{
    private const string Key = "sk-never-to-be-shown";

    private readonly BunitContext _context = new();
    private SimulatorServer _simulator = null!;
    private TestDatabase _database = null!;

    public async ValueTask InitializeAsync()
    {
        _simulator = await SimulatorServer.StartAsync();
        _database = await TestDatabase.CreateAsync(
            services => services.AddModels().AddPerplexity().AddEmbeddings().AddSingleton(TimeProvider.System),
            settings: new Dictionary<string, string?>
            {
                ["Models:Profiles:sim:Kind"] = ModelKinds.OpenAICompatible,
                ["Models:Profiles:sim:Endpoint"] = _simulator.Endpoint.AbsoluteUri,
                ["Models:Profiles:sim:Model"] = "test-model",
                ["Models:Profiles:sim:ApiKey"] = Key,
                ["Models:Profiles:sim:LogProbabilities"] = LogProbabilityMethods.ChatRepeat,
                ["Models:Profiles:sim:InputPricePerMillion"] = "2",
                ["Models:Profiles:sim:OutputPricePerMillion"] = "8",
            });
        _context.JSInterop.Mode = JSRuntimeMode.Loose;
        _context.Services.AddMudServices(options => options.PopoverOptions.CheckForPopoverProvider = false);
        _context.Services.AddSingleton<Texts>().AddScoped<KeyScope>().AddScoped<CurrentUser>().AddSingleton(TimeProvider.System)
            .AddSingleton(_database.Get<ModelProfiles>()).AddSingleton(_database.Get<PerplexityScorers>()).AddSingleton(_database.Get<ConnectionTester>()).AddSingleton(_database.Get<ResponseCache>()).AddSingleton(_database.Get<EmbeddingProfiles>()).AddSingleton(_database.Get<EmbeddingConnectionTester>());
        var user = _context.AddAuthorization().SetAuthorized("ana");
        user.SetPolicies(Policies.View, Policies.RunModels);
        user.SetRoles([.. Roles.All]);
    }

    public async ValueTask DisposeAsync()
    {
        await _context.DisposeAsync();
        await _database.DisposeAsync();
        await _simulator.DisposeAsync();
    }

    [Fact]
    public void Page_TwoProfiles_ListsThemWithWhatTheyAre()
    {
        var page = CreateSut();

        page.FindComponent<ModelsTable>().FindAll("tbody tr").Count.ShouldBe(2);
        page.Markup.ShouldContain("knowledge-pack");
        page.Markup.ShouldContain("recorded");
        page.Markup.ShouldContain(_simulator.Endpoint.Authority);
        page.Markup.ShouldContain("¥2.00 / ¥8.00");
    }

    [Fact]
    public void Page_ProfileWithKey_NeverShowsTheKey()
    {
        var page = CreateSut("sim");

        page.Find(".wb-drawer").TextContent.ShouldContain("from user secrets or configuration (set)");
        page.Markup.ShouldNotContain(Key);
    }

    [Fact]
    public void RowClick_Profile_PutsItInTheAddress()
    {
        var page = CreateSut();

        page.FindAll("tbody button.wb-link")[1].Click();

        _context.Services.GetRequiredService<NavigationManager>().Uri.ShouldEndWith("?profile=sim");
    }

    [Fact]
    public void Test_HealthyModel_ShowsModelAndUsage()
    {
        var page = CreateSut("sim");

        page.Find(".wb-drawer .mud-button-filled").Click();

        page.WaitForAssertion(() => page.Find(".wb-drawer .mud-alert").TextContent.ShouldContain("It works"), TimeSpan.FromSeconds(10));
        page.Find(".wb-drawer .mud-alert").TextContent.ShouldContain("test-model");
    }

    [Fact]
    public void Test_RefusedKey_ShowsWhatFailedAndWhatToMend()
    {
        _simulator.Enqueue(Fault.Status(401));
        var page = CreateSut("sim");

        page.Find(".wb-drawer .mud-button-filled").Click();

        page.WaitForAssertion(() => page.Find(".wb-drawer .mud-alert").TextContent.ShouldContain("The key was not accepted"), TimeSpan.FromSeconds(10));
        page.Find(".wb-drawer .mud-alert").TextContent.ShouldContain("Models:Profiles:sim:ApiKey");
    }

    [Fact]
    public void Test_Hanging_CanBeCancelled()
    {
        _simulator.Enqueue(Fault.Hang);
        var page = CreateSut("sim");
        page.Find(".wb-drawer .mud-button-filled").Click();

        page.WaitForElements(".wb-drawer .mud-button-root").First(b => b.TextContent.Trim() == "Cancel").Click();

        page.WaitForAssertion(() => page.Find(".wb-drawer .mud-button-filled").HasAttribute("disabled").ShouldBeFalse(), TimeSpan.FromSeconds(10));
        page.FindAll(".wb-drawer .mud-alert").ShouldBeEmpty();
    }

    [Fact]
    public void Page_ViewerOnly_HasNoTestButton()
    {
        _context.AddAuthorization().SetAuthorized("vi").SetPolicies(Policies.View);

        CreateSut("sim").FindAll(".wb-drawer .mud-button-filled").ShouldBeEmpty();
    }

    [Fact]
    public async Task Cache_WithAnswers_TellsHowMany()
    {
        await _database.Get<ModelProfiles>().GetChatClient("sim").GetResponseAsync([new(Microsoft.Extensions.AI.ChatRole.User, "裤子")]);

        var page = CreateSut();

        page.WaitForAssertion(() => page.FindComponent<ResponseCacheCard>().Find("dd").TextContent.ShouldBe("1"));
    }

    [Fact]
    public void Scorers_EndpointAndBrokenFile_AreListedWithWhatTheyAreAndWhyNot()
    {
        var folder = Directory.CreateDirectory(Path.Combine(_database.Folder, "models")).FullName;
        File.WriteAllText(Path.Combine(folder, "bad.lm"), "no model");

        var section = CreateSut().FindComponent<ScorersSection>();

        section.WaitForAssertion(() => section.FindAll("tbody tr").Count.ShouldBe(2), TimeSpan.FromSeconds(10));
        section.Find("tbody").TextContent.ShouldContain("test-model · chat-repeat");
        section.Find("tbody").TextContent.ShouldContain("chat, repeating");
        section.Find(".mud-alert").TextContent.ShouldContain("bad.lm");
        section.Markup.ShouldContain("lm install");
    }

    [Theory]
    [InlineData("zh_CN.lm", "zh_CN.lm")]
    [InlineData(null, "not measured")]
    public void ScorerChip_Name_IsShown(string? name, string text)
    {
        CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo("en");

        _context.Render<ScorerChip>(p => p.Add(c => c.Name, name)).Find(".wb-chip").TextContent.Trim().ShouldBe(text);
    }

    [Fact]
    public void Help_OtherForm_ShowsJson()
    {
        var help = CreateSut().FindComponent<ConnectHelp>();
        help.Find("pre").TextContent.ShouldBe(ConnectionExample.All[0].ToShell());

        help.FindComponent<MudToggleItem<bool>>().Instance.Value.ShouldBeTrue();
        help.FindAll(".mud-toggle-item")[1].Click();

        help.Find("pre").TextContent.ShouldBe(ConnectionExample.All[0].ToJson());
    }

    [Fact]
    public void Texts_EveryKindKeyAndFailure_HasWordsInBothLanguages()
    {
        var texts = new Texts();
        var keys = ModelKinds.All.Select(k => $"Models.Kind.{k}")
            .Concat(Enum.GetNames<CallFailure>().Select(f => $"Models.Failure.{f}"))
            .Concat(Enum.GetNames<ScorerKind>().Select(k => $"Models.Scorer.{k}"))
            .Concat(LogProbabilityMethods.Settings.SelectMany(m => new[] { $"Models.Scorer.Method.{m}", $"Models.Scorer.Tip.{m}" }))
            .Concat(Enum.GetNames<KeySourceKind>().Where(k => k != nameof(KeySourceKind.EnvironmentVariable)).Select(k => $"Models.Key.{k}"));

        foreach (var key in keys)
        {
            texts[key].ShouldNotBe(key);
        }
    }

    private IRenderedComponent<ModelsPage> CreateSut(string? profile = null)
    {
        // Here, not in InitializeAsync: a culture that an async method sets ends with that method.
        CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo("en");
        _context.Services.GetRequiredService<NavigationManager>().NavigateTo(profile is null ? "/models" : $"/models?profile={profile}");
        return _context.Render<ModelsPage>();
    }
}
