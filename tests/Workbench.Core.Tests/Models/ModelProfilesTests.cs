using LlmRec.Workbench.Models;
using Microsoft.Extensions.AI;

namespace LlmRec.Workbench.Tests.Models;

public sealed class ModelProfilesTests
{
    [Fact]
    public async Task All_NothingConfigured_IsTheOfflineProfileAndItIsTheDefault()
    {
        await using var sut = await TestDatabase.CreateAsync(services => services.AddModels());

        var profiles = sut.Get<ModelProfiles>();

        profiles.All.ShouldHaveSingleItem().ShouldBe(new ModelProfile { Name = "offline", Kind = "offline", Model = "knowledge-pack", Path = "Models:Profiles:offline" });
        profiles.Default.Recorded.ShouldBeTrue();
    }

    [Fact]
    public async Task Get_UnknownName_ListsWhatExists()
    {
        await using var sut = await ModelScene.CreateAsync();

        var error = Should.Throw<ArgumentException>(() => sut.Profiles.Get("gpt"));

        error.Message.ShouldStartWith("There is no model profile 'gpt'. Configured: offline, sim.");
    }

    [Fact]
    public async Task GetChatClient_Twice_IsTheSameClient()
    {
        await using var sut = await ModelScene.CreateAsync();

        sut.Profiles.GetChatClient("SIM").ShouldBeSameAs(sut.Profiles.GetChatClient("sim"));
    }

    [Fact]
    public void Cost_UsageAndPrices_AddsBothSides()
    {
        var profile = new ModelProfile { Name = "p", Kind = "offline", Model = "m", InputPricePerMillion = 2m, OutputPricePerMillion = 8m };

        ModelPrice.Cost(profile, new UsageDetails { InputTokenCount = 1_000, OutputTokenCount = 500 }).ShouldBe(0.006m);
        ModelPrice.Cost(profile, null).ShouldBe(0m);
    }
}
