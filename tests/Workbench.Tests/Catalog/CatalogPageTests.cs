using Bunit;
using LlmRec.Workbench.Catalog;
using LlmRec.Workbench.Complements;
using LlmRec.Workbench.Mapping;
using LlmRec.Workbench.Review;
using LlmRec.Workbench.Security;
using LlmRec.Workbench.Tests;
using LlmRec.Workbench.Web.Components.Pages.Catalog;
using LlmRec.Workbench.Web.Components.Shared;
using LlmRec.Workbench.Web.Resources;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;
using MudBlazor.Services;

namespace LlmRec.Workbench.Web.Tests.Catalog;

public sealed class CatalogPageTests : IAsyncLifetime
{
    private readonly BunitContext _context = new();
    private TestDatabase _database = null!;

    public async ValueTask InitializeAsync()
    {
        _database = await TestDatabase.CreateAsync(services => services.AddSingleton<ComplementQueries>().AddSingleton<JudgmentHistory>());
        _context.JSInterop.Mode = JSRuntimeMode.Loose;
        _context.Services.AddMudServices(options => options.PopoverOptions.CheckForPopoverProvider = false);
        _context.Services.AddSingleton<Texts>().AddScoped<KeyScope>().AddSingleton<TimeProvider>(_database.Time)
            .AddSingleton(_database.Get<CatalogService>()).AddSingleton(_database.Get<ComplementQueries>()).AddSingleton(_database.Get<JudgmentHistory>());
        _context.AddAuthorization().SetAuthorized("anna").SetPolicies(Policies.View, Policies.RunModels, Policies.Administer);
    }

    public async ValueTask DisposeAsync()
    {
        await _context.DisposeAsync();
        await _database.DisposeAsync();
    }

    [Fact]
    public void Page_EmptyCatalog_OffersTheImport()
    {
        var page = CreateSut();

        page.WaitForElement(".wb-empty a[href='/catalog/import']");
    }

    [Fact]
    public async Task Page_NoId_ShowsTheFirstLevel()
    {
        await AddShoesAsync();

        var page = CreateSut();

        page.WaitForAssertion(() => page.FindAll("[role=treeitem] a").Select(a => a.TextContent).ShouldBe(["鞋", "包"]));
    }

    [Fact]
    public async Task Page_Search_ShowsHitsWithTheirPath()
    {
        await AddShoesAsync();

        var page = CreateSut(query: "?q=男");

        page.WaitForAssertion(() => page.Find(".wb-hit small").TextContent.ShouldBe("鞋 ▸ 男鞋"));
    }

    [Fact]
    public async Task Page_Category_ShowsFactsRunLinkAndBothDirections()
    {
        await AddShoesAsync();
        await _database.AddAsync(new Workbench.Mapping.Mapping { Id = 1, Key = "双肩包", Text = "双肩包", Outcome = MappingOutcome.Mapped });
        await _database.AddAsync(new Pair { SourceId = "2", Text = "双肩包", MappingId = 1, BestTargetId = "3", Score = 0.9 });

        var page = CreateSut("2");

        page.WaitForAssertion(() => page.Find("td a[href='/catalog/3']").TextContent.ShouldBe("包"));
        page.Find(".wb-facts .wb-mono").TextContent.ShouldBe("2");
        page.FindAll("a[href='/runs/new?scope=2']").ShouldNotBeEmpty();
        page.Find("[aria-selected=true] a").TextContent.ShouldBe("男鞋");

        var other = CreateSut("3", "?tab=complement-of");
        other.WaitForAssertion(() => other.Find("td a[href='/catalog/2']").TextContent.ShouldBe("鞋 ▸ 男鞋"));
    }

    [Fact]
    public async Task Page_ItemsWithoutACategory_AreListedEvenWithoutATree()
    {
        await _database.AddAsync(new Item { Id = "t1", Title = "法式碎花裙", Attributes = "{}" });

        var page = CreateSut();
        page.WaitForAssertion(() => page.FindAll("a[href='/catalog?tab=unfiled']").ShouldHaveSingleItem());

        var list = CreateSut(query: "?tab=unfiled");
        list.WaitForAssertion(() => list.Find("h2.wb-section").TextContent.ShouldContain("1"));
    }

    [Fact]
    public async Task Page_UnknownId_SaysSo()
    {
        await AddShoesAsync();

        var page = CreateSut("nobody");

        page.WaitForAssertion(() => page.Find(".wb-empty-text").TextContent.ShouldContain("nobody"));
    }

    private IRenderedComponent<CatalogPage> CreateSut(string? id = null, string query = "")
    {
        _context.Services.GetRequiredService<NavigationManager>().NavigateTo($"/catalog/{id}{query}");
        return _context.Render<CatalogPage>(parameters => parameters.Add(p => p.Id, id));
    }

    private Task AddShoesAsync() => _database.AddAsync(
        new Category { Id = "1", Name = "鞋", Path = "鞋", Depth = 1 },
        new Category { Id = "2", ParentId = "1", Name = "男鞋", Path = "鞋 > 男鞋", Depth = 2, IsLeaf = true, Position = 1 },
        new Category { Id = "3", Name = "包", Path = "包", Depth = 1, IsLeaf = true, Position = 2 });
}
