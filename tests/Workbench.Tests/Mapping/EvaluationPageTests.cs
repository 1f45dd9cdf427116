using AngleSharp.Dom;
using Bunit;
using LlmRec.Workbench.Mapping.Evaluation;
using LlmRec.Workbench.Security;
using LlmRec.Workbench.Web.Components.Pages.Mapping;
using LlmRec.Workbench.Web.Tests.Shared;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Forms;
using Microsoft.Extensions.DependencyInjection;

namespace LlmRec.Workbench.Web.Tests.Mapping;

public sealed class EvaluationPageTests
{
    [Fact]
    public async Task Page_NoTree_SendsToTheImport()
    {
        await using var context = await PageContext.CreateAsync();

        var page = Render(context, "mapping/evaluation");

        page.WaitForElement("a[href='/catalog/import']");
    }

    [Fact]
    public async Task Page_NothingToMeasureWith_SaysWhatItIsForAndTakesAFile()
    {
        await using var context = await PageContext.CreateAsync();
        await context.Database.Services.AddTreeAsync();
        var page = Render(context, "mapping/evaluation");
        page.WaitForAssertion(() => page.Find(".wb-empty-title").TextContent.ShouldBe("There is nothing to measure with yet"));

        Upload(page, "name\tgold_ids\n皮带\tb1\n\tb1\n皮鞋\n");
        page.WaitForAssertion(() => page.FindAll("li.wb-small, ul.wb-small li").Select(li => li.TextContent.Trim()).ShouldBe(["Line 3: the name is empty", "Line 4: not as many columns as the header"]));
        (await context.Database.Get<GoldSets>().ListAsync()).ShouldBeEmpty();

        Upload(page, "name\tgold_ids\n皮带\tb1\n");
        page.WaitForAssertion(() => page.Find(".wb-gold-list").TextContent.ShouldContain("gold"));
        (await context.Database.Get<GoldSets>().ListAsync()).ShouldHaveSingleItem().By.ShouldBe("ann");
    }

    [Fact]
    public async Task Evaluate_SettingsOfTheAddress_AreMeasuredAndShownUnderTheirOwnAddress()
    {
        await using var context = await PageContext.CreateAsync();
        await context.Database.Services.AddTreeAsync();
        await context.Database.Services.AddGoldAsync();
        var page = Render(context, "mapping/evaluation?b=default,-lexical&ablation=false");

        page.WaitForElement(".mud-button-filled").Click();

        page.WaitForAssertion(() => context.Services.GetRequiredService<NavigationManager>().Uri.ShouldEndWith("/mapping/evaluation/1"), TimeSpan.FromSeconds(20));
        var stored = (await context.Database.Get<MappingEvaluations>().FindAsync(1))!;
        (stored.Summary.Head.A.Spec, stored.Summary.Head.B!.Spec, stored.Summary.Head.Ablation, stored.Summary.By).ShouldBe(("now", "default,-lexical", false, "ann"));
    }

    [Fact]
    public async Task Page_Viewer_SeesResultsAndChangesNothing()
    {
        await using var context = await PageContext.CreateAsync();
        await context.Database.Services.AddTreeAsync();
        await context.Database.Services.EvaluateAsync();
        context.AddAuthorization().SetAuthorized("guest").SetRoles(Roles.Viewer).SetPolicies(Policies.View);

        var page = Render(context, "mapping/evaluation");

        page.WaitForAssertion(() => page.Markup.ShouldContain("/mapping/evaluation/1"));
        page.FindAll("input[type=file], .wb-evaluate, button[aria-label^='Delete']").ShouldBeEmpty();
    }

    [Fact]
    public async Task Delete_AGoldSet_IsGone()
    {
        await using var context = await PageContext.CreateAsync();
        await context.Database.Services.AddTreeAsync();
        await context.Database.Services.EvaluateAsync();
        var page = Render(context, "mapping/evaluation");

        page.WaitForElement("button[aria-label='Delete “四个词”']").Click();

        page.WaitForAssertion(() => page.FindAll(".wb-gold-list li").Count.ShouldBe(1));
        page.Markup.ShouldContain("/mapping/evaluation/1");
    }

    private static void Upload(IRenderedComponent<EvaluationPage> page, string text) =>
        page.FindComponent<InputFile>().UploadFiles(InputFileContent.CreateFromText(text, "gold.tsv"));

    private static IRenderedComponent<EvaluationPage> Render(PageContext context, string address)
    {
        context.Services.GetRequiredService<NavigationManager>().NavigateTo(address);
        return context.Render<EvaluationPage>();
    }
}
