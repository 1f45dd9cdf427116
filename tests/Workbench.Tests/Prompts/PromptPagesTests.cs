using Bunit;
using LlmRec.Workbench.Catalog;
using LlmRec.Workbench.Prompts;
using LlmRec.Workbench.Runs;
using LlmRec.Workbench.Security;
using LlmRec.Workbench.Tests;
using LlmRec.Workbench.Titles.Answers;
using LlmRec.Workbench.Web.Components.Pages.Prompts;
using LlmRec.Workbench.Web.Resources;
using LlmRec.Workbench.Web.Security;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;
using MudBlazor.Services;

namespace LlmRec.Workbench.Web.Tests.Prompts;

public sealed class PromptPagesTests : IAsyncLifetime
{
    private static readonly Caller Ann = Caller.SingleUser("ann");

    private readonly BunitContext _context = new();
    private TestDatabase _database = null!;

    public async ValueTask InitializeAsync()
    {
        _database = await TestDatabase.CreateAsync(services => services.AddPrompts().AddSingleton<RunQueries>().AddSingleton<RunKinds>().AddSingleton<TitleSubjects>());
        await _database.Get<PromptService>().SeedAsync();
        _context.JSInterop.Mode = JSRuntimeMode.Loose;
        _context.JSInterop.SetupModule("./js/monaco.js").Mode = JSRuntimeMode.Loose;
        _context.Services.AddMudServices(options => options.PopoverOptions.CheckForPopoverProvider = false);
        _context.Services.AddSingleton<Texts>().AddScoped<CurrentUser>().AddSingleton<TimeProvider>(_database.Time)
            .AddSingleton(_database.Get<PromptService>()).AddSingleton(_database.Get<PromptRenderer>()).AddSingleton(_database.Get<RunKinds>())
            .AddSingleton(_database.Get<RunQueries>()).AddSingleton(_database.Get<CatalogService>()).AddSingleton(_database.Get<TitleSubjects>());
        _context.AddAuthorization().SetAuthorized("ann").SetRoles([.. Roles.All]).SetPolicies(Policies.View, Policies.EditPrompts);
    }

    public async ValueTask DisposeAsync()
    {
        await _context.DisposeAsync();
        await _database.DisposeAsync();
    }

    [Fact]
    public void Page_Prompt_ShowsItsNewestVersionAndLabels()
    {
        var page = Open("complements-zh");

        page.WaitForAssertion(() => page.Find("h1").TextContent.ShouldBe("complements-zh"));
        page.Markup.ShouldContain("&lt;&lt;&lt;{{ category.name }}&gt;&gt;&gt;");
        page.FindAll(".wb-rail .wb-chip").ShouldHaveSingleItem().TextContent.ShouldContain("production");
    }

    [Fact]
    public void Page_UnknownPrompt_SaysSo()
    {
        var page = Open("nothing");

        page.WaitForElement(".wb-empty a[href='/prompts']");
    }

    [Fact]
    public async Task Page_Compare_MarksNewAndOldLines()
    {
        await AddVersionAsync("one\ntwo");
        await AddVersionAsync("one\n<b>three</b>");

        var page = Open("complements-zh", "?version=3&compare=2");

        page.WaitForAssertion(() => page.Find(".wb-diff-new").TextContent.Trim().ShouldBe("+ <b>three</b>"));
        page.Find(".wb-diff-old").TextContent.Trim().ShouldBe("− two");
    }

    [Fact]
    public void Editor_NothingChangedOrNoNote_CannotSave()
    {
        var page = Open("complements-zh", "?version=1&edit=true");

        page.WaitForAssertion(() => SaveButton(page).HasAttribute("disabled").ShouldBeTrue());
    }

    [Fact]
    public async Task Editor_ChangedWithNote_StoresANewVersion()
    {
        var page = Open("complements-zh", "?version=1&edit=true");
        page.WaitForElement("textarea");

        Type(page, first: true, "You are brief.");
        Type(page, first: false, "Shorter system message");
        page.WaitForAssertion(() => SaveButton(page).HasAttribute("disabled").ShouldBeFalse());
        await SaveButton(page).ClickAsync(new());

        var newest = await _database.Get<PromptService>().ResolveAsync("complements-zh@2");
        (newest.SystemText, newest.Note, newest.Author).ShouldBe(("You are brief.", "Shorter system message", "ann"));
        _context.Services.GetRequiredService<NavigationManager>().Uri.ShouldEndWith("/prompts/complements-zh?version=2");
    }

    [Fact]
    public void Editor_BrokenTemplate_ShowsWhereAndCannotSave()
    {
        var page = Open("complements-zh", "?version=1&edit=true");
        page.WaitForElement("textarea");

        Type(page, first: true, "a {{ b");

        page.WaitForAssertion(() => page.Find(".wb-problem").TextContent.ShouldContain("1"));
        SaveButton(page).HasAttribute("disabled").ShouldBeTrue();
    }

    /// <summary>Types into the system message or the note.</summary>
    private static void Type(IRenderedComponent<PromptPage> page, bool first, string text) => page.FindAll("textarea")[first ? 0 : ^1].Input(text);

    private static AngleSharp.Dom.IElement SaveButton(IRenderedComponent<PromptPage> page) => page.Find(".wb-prompt-write button.mud-button-filled");

    private Task<PromptVersion> AddVersionAsync(string text) =>
        _database.Get<PromptService>().AddVersionAsync(Ann, "complements-zh", new NewPromptVersion { Text = text, Note = "n" });

    private IRenderedComponent<PromptPage> Open(string name, string query = "")
    {
        _context.Services.GetRequiredService<NavigationManager>().NavigateTo($"/prompts/{name}{query}");
        return _context.Render<PromptPage>(parameters => parameters.Add(p => p.Name, name));
    }
}
