using LlmRec.Workbench.Titles;
using Microsoft.EntityFrameworkCore;

namespace LlmRec.Workbench.Tests.Titles;

public sealed class TitleStoreTests
{
    private const string Sound = "这个商品是山禾不锈钢家用菜刀";

    [Fact]
    public async Task StoreAsync_SoundSentence_WaitsForReview()
    {
        await using var scene = await TitleScene.CreateAsync();

        await scene.StoreAsync((1, Sound));

        var row = await scene.RowAsync("a");
        (row.Sentence, row.Source, row.Violations, row.State).ShouldBe((Sound, TitleSource.Model, "", TitleState.Waiting));
        (row.RawTitle, row.CategoryId, row.CreatedAt).ShouldBe((TitleScene.KnifeTitle, "厨具 > 刀", scene.Database.Time.GetUtcNow()));
    }

    [Fact]
    public async Task StoreAsync_NothingUsable_StoresTheRulesSentenceForRepair()
    {
        await using var scene = await TitleScene.CreateAsync();

        await scene.StoreAsync((1, "抱歉，我无法回答这个问题"), (2, ""));

        foreach (var id in new[] { "a", "b" })
        {
            var row = await scene.RowAsync(id);
            (row.Source, row.State).ShouldBe((TitleSource.Rule, TitleState.Repair));
        }
    }

    [Fact]
    public async Task StoreAsync_TwiceAcrossTransactions_StoresOnce()
    {
        await using var scene = await TitleScene.CreateAsync();
        await scene.StoreAsync((1, Sound));

        await scene.StoreAsync((1, Sound));

        await using var db = scene.Database.Open();
        (await db.TitleNormalisations.CountAsync()).ShouldBe(1);
        (await db.TitleAnswers.CountAsync()).ShouldBe(1);
    }

    [Fact]
    public async Task StoreAsync_RetriedItem_ReplacesItsEarlierAnswer()
    {
        await using var scene = await TitleScene.CreateAsync();
        await scene.StoreAsync((1, "一把刀"));

        await scene.StoreAsync((1, Sound));

        await using var db = scene.Database.Open();
        var answer = await db.TitleAnswers.Include(a => a.Normalisation).SingleAsync();
        answer.Normalisation!.Sentence.ShouldBe(Sound);
        (await db.TitleNormalisations.SingleAsync(t => t.IsNewest)).Sentence.ShouldBe(Sound);
    }

    [Fact]
    public async Task StoreAsync_SecondRunWithAnotherSentence_SupersedesTheFirst()
    {
        await using var scene = await TitleScene.CreateAsync();
        await scene.StoreAsync((1, "一把刀"));

        await scene.StoreAsync((4, Sound));

        await using var db = scene.Database.Open();
        (await db.TitleNormalisations.OrderBy(t => t.Id).Select(t => t.IsNewest).ToListAsync()).ShouldBe([false, true]);
        (await db.TitleAnswers.CountAsync()).ShouldBe(2);
    }

    [Fact]
    public async Task StoreAsync_SentenceGivenBefore_IsNewestAgain()
    {
        await using var scene = await TitleScene.CreateAsync();
        await scene.StoreAsync((1, Sound));
        await scene.StoreAsync((4, "一把刀"));

        await scene.StoreAsync((1, Sound));

        (await scene.RowAsync("a")).Sentence.ShouldBe(Sound);
    }

    [Fact]
    public async Task StoreAsync_SameProductTwiceInOneTransaction_SharesTheUnsavedRow()
    {
        await using var scene = await TitleScene.CreateAsync();

        await scene.StoreAsync((1, "一把刀"), (4, Sound), (2, "这个商品是锅"), (5, "这个商品是锅"), (1, Sound));

        await using var db = scene.Database.Open();
        (await db.TitleNormalisations.CountAsync(t => t.ItemId == "b")).ShouldBe(1);
        (await db.TitleAnswers.CountAsync()).ShouldBe(4);
        (await scene.RowAsync("a")).Sentence.ShouldBe(Sound);
    }

    [Fact]
    public async Task StoreAsync_SentenceThatAPersonJudged_KeepsItsState()
    {
        await using var scene = await TitleScene.CreateAsync();
        await scene.StoreAsync((1, Sound));
        await using (var db = scene.Database.Open())
        {
            await db.TitleNormalisations.ExecuteUpdateAsync(set => set.SetProperty(t => t.State, TitleState.Rejected).SetProperty(t => t.JudgmentId, 7));
        }

        await scene.StoreAsync((4, Sound));

        (await scene.RowAsync("a")).State.ShouldBe(TitleState.Rejected);
    }

    [Fact]
    public async Task StoreAsync_ModelSaysWhatTheRuleSaid_IsTheModels()
    {
        await using var scene = await TitleScene.CreateAsync();
        await scene.StoreAsync((1, ""));
        var byRule = (await scene.RowAsync("a")).Sentence;
        Assert.SkipWhen(byRule.Length == 0, "the rules make no sentence of this title");

        await scene.StoreAsync((4, byRule));

        (await scene.RowAsync("a")).Source.ShouldBe(TitleSource.Model);
    }
}
