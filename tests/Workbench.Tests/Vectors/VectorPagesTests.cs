using Bunit;
using LlmRec.Workbench.Embeddings;
using LlmRec.Workbench.Security;
using LlmRec.Workbench.Web.Components.Pages.Vectors;
using LlmRec.Workbench.Web.Tests.Shared;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;

namespace LlmRec.Workbench.Web.Tests.Vectors;

public sealed class VectorPagesTests
{
    [Fact]
    public async Task List_NoSets_OffersToMakeOne()
    {
        await using var context = await PageContext.CreateAsync();

        var page = context.Render<VectorSetsPage>();

        page.WaitForAssertion(() => page.Markup.ShouldContain("No vector sets yet"));
        page.FindAll("a[href='/titles/vectors/new']").Count.ShouldBeGreaterThan(0);
    }

    [Fact]
    public async Task List_SetUnderWay_ShowsProgressAndCancels()
    {
        await using var context = await PageContext.CreateAsync();
        await context.Database.AddAsync(SetOf(1, VectorSetStatus.Running, done: 30));
        var table = context.Render<VectorSetsTable>(parameters => parameters
            .Add(t => t.Sets, [SetOf(1, VectorSetStatus.Running, done: 30)])
            .Add(t => t.OnCancel, EventCallback.Factory.Create<VectorSet>(this, set => context.Database.Get<VectorSets>().CancelAsync(Caller.SingleUser("ann"), set.Number))));

        table.Markup.ShouldContain("30 / 120");
        await table.Find("button[aria-label='Cancel vector set 1']").ClickAsync(new());

        (await context.Database.Get<VectorSets>().GetAsync(1, Xunit.TestContext.Current.CancellationToken))!.Status.ShouldBe(VectorSetStatus.Cancelled);
    }

    [Fact]
    public async Task Set_Finished_ShowsFiguresCurveAndFiles()
    {
        await using var context = await PageContext.CreateAsync();
        await context.Database.AddAsync(SetOf(3, VectorSetStatus.Finished, done: 120, VectorJson.Write(Report)));

        var page = context.Render<VectorSetPage>(parameters => parameters.Add(p => p.Number, 3));

        page.WaitForAssertion(() => page.Markup.ShouldContain("Vector set 000003"));
        page.Markup.ShouldContain("Of the 10 nearest neighbours, 60.0% on average are the same before and after.");
        page.Markup.ShouldContain("The 2 kept dimensions hold 90.0% of the variance.");
        page.FindAll("td.wb-num").Select(cell => cell.TextContent).ShouldBe(["0.9000", "0.0100", "0.2000", "0.9500"]);
        page.FindAll(".wb-file a").Select(link => link.GetAttribute("href")).ShouldBe(
            ["/api/v1/vectors/3/files/vectors.npy", "/api/v1/vectors/3/files/report.json", "/api/v1/vectors/3/files/SHA256SUMS"]);
    }

    [Fact]
    public async Task Set_Failed_ShowsTheReason()
    {
        await using var context = await PageContext.CreateAsync();
        var set = SetOf(4, VectorSetStatus.Failed);
        set.Error = "The server <b>fell</b> over.";
        await context.Database.AddAsync(set);

        var page = context.Render<VectorSetPage>(parameters => parameters.Add(p => p.Number, 4));

        page.WaitForAssertion(() => page.Find(".mud-alert").TextContent.ShouldContain("The server <b>fell</b> over."));
    }

    [Fact]
    public async Task Set_Unknown_SaysSo()
    {
        await using var context = await PageContext.CreateAsync();

        var page = context.Render<VectorSetPage>(parameters => parameters.Add(p => p.Number, 9));

        page.WaitForAssertion(() => page.Markup.ShouldContain("No such vector set"));
    }

    [Fact]
    public async Task New_NothingToEmbed_SaysWhy()
    {
        await using var context = await PageContext.CreateAsync();
        context.Services.GetRequiredService<NavigationManager>().NavigateTo("/titles/vectors/new?text=normalised&dimensions=8");
        var page = context.Render<NewVectorSetPage>();

        page.FindAll("button").Single(button => button.TextContent.Trim() == "Start").Click();

        page.WaitForAssertion(() => page.Find(".mud-alert").TextContent.ShouldContain("No title is normalised yet."));
    }

    private static VectorReport Report { get; } = new()
    {
        Text = VectorTextKinds.Raw, Generator = "lexical", Model = "lexical-512-v1", Rows = 120, InputDimensions = 512, Dimensions = 2, AskedDimensions = 2,
        Whitening = new WhiteningReport
        {
            ExplainedVariance = [0.5, 0.9], Before = new IsotropyFigures(0.9, 0.2), After = new IsotropyFigures(0.01, 0.95),
            NeighbourAgreement = 0.6, Neighbours = 10, SampleSize = 120, Seed = 1,
        },
        Files = [new VectorFile(VectorNames.Vectors, 1088, "ab")],
    };

    private static VectorSet SetOf(int number, VectorSetStatus status, int done = 0, string report = "") => new()
    {
        Number = number, Text = VectorTextKinds.Raw, Generator = "lexical", Status = status, Dimensions = 512, TargetDimensions = 2, Total = 120, Done = done, Report = report, CreatedBy = "ann",
    };
}
