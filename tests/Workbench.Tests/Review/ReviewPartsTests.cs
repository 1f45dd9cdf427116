using System.Globalization;
using Bunit;
using LlmRec.Workbench.Catalog;
using LlmRec.Workbench.Complements;
using LlmRec.Workbench.Mapping;
using LlmRec.Workbench.Mapping.Choices;
using LlmRec.Workbench.Review;
using LlmRec.Workbench.Titles;
using LlmRec.Workbench.Titles.Checks;
using LlmRec.Workbench.Web.Components.Pages.Review;
using LlmRec.Workbench.Web.Components.Shared;
using LlmRec.Workbench.Web.Resources;
using Microsoft.Extensions.DependencyInjection;
using MudBlazor.Services;

namespace LlmRec.Workbench.Web.Tests.Review;

public sealed class ReviewPartsTests : BunitContext
{
    private static readonly CategoryTree Tree = new([new() { Id = "s1", Name = "帆布鞋", Path = "鞋 > 帆布鞋" }]);

    public ReviewPartsTests()
    {
        CultureInfo.CurrentUICulture = CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo("en");
        JSInterop.Mode = JSRuntimeMode.Loose;
        Services.AddMudServices(options => options.PopoverOptions.CheckForPopoverProvider = false).AddSingleton<Texts>().AddScoped<KeyScope>();
    }

    [Fact]
    public void EvidenceBars_SomeSources_ShowsWordBarAndNumberOfThoseOnly()
    {
        var bars = Render<EvidenceBars>(p => p.Add(b => b.Candidate, new(1, "s1", "鞋 > 帆布鞋", 0.9, false, new(Alias: 1, Lexical: 0.5))));
        bars.FindAll(".wb-evidence-row").Select(row => string.Join(' ', row.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)))
            .ShouldBe(["alias 1.00", "lexical 0.50"]);
        bars.FindAll("meter").Select(meter => meter.GetAttribute("value")).ShouldBe(["1", "0.5"]);
    }

    [Fact]
    public void EvidenceBars_ModelsWereAsked_ShowsEachWithWhatItMadeOfTheCandidate()
    {
        var votes = new[] { Vote("qwen", "s1"), Vote("glm", "s2"), Vote("yi"), Vote("never-shown") with { Offered = ["s2"] } };

        var bars = Render<EvidenceBars>(p => p.Add(b => b.Candidate, new(1, "s1", "鞋 > 帆布鞋", 0.9, false, new(Choice: -0.3))).Add(b => b.Votes, votes));

        bars.FindAll(".wb-evidence-vote").Select(row => string.Join(' ', row.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)))
            .ShouldBe(["model's choice qwen picked", "model's choice glm not picked", "model's choice yi declined all"]);
        bars.FindAll("meter").ShouldBeEmpty();
    }

    private static ModelVote Vote(string model, params string[] picked) => new(model, 7, 1, picked, ["s1", "s2"], DateTimeOffset.UnixEpoch);

    [Fact]
    public void ConflictPanel_TwoSides_NamesBothAndLetsThePersonChoose()
    {
        bool? settled = null;
        var conflict = new JudgmentResult.Conflict(
            new JudgmentRequest(1, 0, Decision.Approve, ["s1"], 1, "mine"), new PairStanding(1, 1, PairState.Rejected, [], 5, "bob", DateTimeOffset.UnixEpoch, "theirs"));
        var panel = Render<ConflictPanel>(p => p.Add(c => c.Conflict, conflict).Add(c => c.Tree, Tree).Add(c => c.OnSettle, mine => settled = mine));
        foreach (var text in new[] { "bob", "theirs", "Rejected", "mine", "Approved", "鞋 ▸ 帆布鞋" })
        {
            panel.Markup.ShouldContain(text);
        }

        panel.FindAll("button")[^1].Click();
        settled.ShouldBe(true);
    }

    [Fact]
    public void NoticeBar_UndoWithConflicts_ListsThemAndOffersToRedo()
    {
        long? redone = null;
        var conflict = new UndoConflict("帆布鞋", new PairStanding(3, 2, PairState.Rejected, [], 9, "bob", DateTimeOffset.UnixEpoch, ""));
        var bar = Render<NoticeBar>(p => p
            .Add(n => n.Notice, new DeskNotice.Undone(new(UndoStatus.Done, 8, 2, [conflict])))
            .Add(n => n.OnUndo, batch => redone = batch));
        bar.Markup.ShouldContain("帆布鞋");
        bar.Markup.ShouldContain("bob");
        bar.FindAll("button").Single(button => button.TextContent.Contains("Redo", StringComparison.Ordinal)).Click();
        redone.ShouldBe(8);
    }

    [Fact]
    public void NoticeBar_UndoneOnTheOtherDesk_LinksThere()
    {
        var bar = Render<NoticeBar>(p => p.Add(n => n.Notice, new DeskNotice.Undone(new(UndoStatus.Done, 8, 1, [], SubjectRef.Title(5)), SubjectRef.Title(5))));
        bar.Find("a").GetAttribute("href").ShouldBe("/review/titles?state=all&title=5");
    }

    [Fact]
    public void ConflictPanel_Titles_ShowsBothSentences()
    {
        var conflict = new JudgmentResult.Conflict(
            new TitleJudgmentRequest(1, 0, Decision.Approve, "这个商品是皮带"), new TitleStanding(1, 1, TitleState.Approved, "这个商品是腰带", 5, "bob", DateTimeOffset.UnixEpoch, ""));
        var panel = Render<ConflictPanel>(p => p.Add(c => c.Conflict, conflict).Add(c => c.Tree, Tree));
        panel.Markup.ShouldContain("这个商品是皮带");
        panel.Markup.ShouldContain("这个商品是腰带");
    }

    [Fact]
    public void Values_OfATitleFilter_ReadBackTheSame()
    {
        var filter = new TitleFilter { State = TitleState.Repair, Violation = TitleViolations.LostBrand, Source = TitleSource.Rule, Sort = TitleSort.Oldest };
        var values = TitleAddress.Values(filter).ToDictionary(v => v.Name, v => v.Value?.ToString());
        TitleAddress.State(values["state"]).ShouldBe(filter.State);
        TitleAddress.Violation(values["violation"]).ShouldBe(filter.Violation);
        TitleAddress.Source(values["source"]).ShouldBe(filter.Source);
        TitleAddress.Sort(values["sort"]).ShouldBe(filter.Sort);
        TitleAddress.Values(new()).ShouldAllBe(v => v.Value == null);
        TitleAddress.Violation("nonsense").ShouldBeNull();
    }

    [Theory]
    [InlineData(null, PairState.Waiting)]
    [InlineData("approved", PairState.Approved)]
    [InlineData("nonsense", PairState.Waiting)]
    [InlineData("all", null)]
    [InlineData("judged", null)]
    public void State_QueryValue_IsReadForgivingly(string? value, PairState? expected) => ReviewAddress.State(value).ShouldBe(expected);

    [Fact]
    public void Values_OfAFilter_ReadBackTheSame()
    {
        var filter = new ReviewFilter { State = PairState.NoCategory, Outcome = MappingOutcome.Ambiguous, MinScore = 0.5, Sort = ReviewSort.ScoreAscending };
        var values = ReviewAddress.Values(filter).ToDictionary(v => v.Name, v => v.Value?.ToString());
        ReviewAddress.State(values["state"]).ShouldBe(filter.State);
        ReviewAddress.Outcome(values["outcome"]).ShouldBe(filter.Outcome);
        ReviewAddress.Score(values["min"]).ShouldBe(0.5);
        ReviewAddress.Sort(values["sort"]).ShouldBe(filter.Sort);
    }

    [Fact]
    public void Values_OfJudgedPairs_SayJudged()
    {
        var state = ReviewAddress.Values(new ReviewFilter { State = null, Judged = true }).Single(v => v.Name == "state").Value?.ToString();
        state.ShouldBe("judged");
        ReviewAddress.Judged(state).ShouldBeTrue();
    }

    [Fact]
    public void Texts_OfEveryEnumOnTheDesk_Exist()
    {
        var keys = Enum.GetNames<ReviewSort>().Select(n => $"Review.Sort.{n}")
            .Concat(Enum.GetNames<TitleSort>().Select(n => $"Review.TitleSort.{n}"))
            .Concat(Enum.GetNames<SubjectKind>().SelectMany(n => new[] { $"Review.Subject.{n}", $"Review.Show{n}" }))
            .Concat(Enum.GetNames<TitleState>().Select(n => $"Common.TitleState.{n}"))
            .Concat(Enum.GetNames<TitleSource>().Select(n => $"Common.TitleSource.{n}"))
            .Concat(TitleViolations.All.Select(name => $"Prompts.Violation.{name}"))
            .Concat(Enum.GetNames<Decision>().Select(n => $"Review.Decision.{n}"))
            .Concat(Enum.GetNames<BatchKind>().Select(n => $"Review.Batch.{n}"))
            .Concat(Enum.GetNames<JudgmentProblem>().Select(n => $"Review.Problem{n}"))
            .Concat(Enum.GetNames<UndoStatus>().Where(n => n != nameof(UndoStatus.Done)).Select(n => $"Review.Undo{n}"));
        keys.Where(key => Texts.Find(key, CultureInfo.GetCultureInfo("zh-CN")) is null || Texts.Find(key, CultureInfo.GetCultureInfo("en")) is null).ShouldBeEmpty();
    }
}
