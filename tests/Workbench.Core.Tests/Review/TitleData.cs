using LlmRec.Workbench.Catalog;
using LlmRec.Workbench.Prompts;
using LlmRec.Workbench.Review;
using LlmRec.Workbench.Runs;
using LlmRec.Workbench.Titles;
using LlmRec.Workbench.Titles.Checks;
using Microsoft.EntityFrameworkCore;

namespace LlmRec.Workbench.Tests.Review;

/// <summary>
/// Proposed titles beside the pairs of <see cref="ReviewData"/>: 1 and 2 wait (men's and women's shoes), 3 broke a check, 4 was built by rule and has no category,
/// 5 is an older sentence for the item of 1 that nobody judged.
/// </summary>
internal static class TitleData
{
    public const string Clean = "这个商品是男士低帮帆布鞋";

    public static async Task<TestDatabase> CreateAsync()
    {
        var database = await ReviewData.CreateAsync();
        await database.AddAsync(
            new Item { Id = "i2", CategoryId = "s2", Title = "帆布鞋女", Attributes = "{}" },
            new Item { Id = "i3", CategoryId = "b1", Title = "皮带 正品", Attributes = """{"品牌":"花花公子"}""" },
            new Item { Id = "i4", CategoryId = null, Title = "怀表", Attributes = "{}" });
        await database.AddAsync(
            Title(5, "i1", "s1", "帆布鞋男低帮", "这个商品是鞋", isNewest: false),
            Title(1, "i1", "s1", "帆布鞋男低帮", Clean, raw: 900, perplexity: 90),
            Title(2, "i2", "s2", "帆布鞋女", "这个商品是女士帆布鞋", raw: 100, perplexity: 150),
            Title(3, "i3", "b1", "皮带 正品", "皮带", violations: TitleViolations.NoOpening),
            Title(4, "i4", null, "怀表", "这个商品是怀表", TitleSource.Rule));
        return database;
    }

    public static TitleJudgmentRequest Approve(long id, string text = Clean, int version = 0) => new(id, version, Decision.Approve, text);

    public static TitleJudgmentRequest Decide(long id, Decision decision, int version = 0) => new(id, version, decision);

    public static async Task<long> JudgeTitleAsync(this TestDatabase database, Security.Caller caller, TitleJudgmentRequest request) =>
        (await database.Get<JudgmentService>().JudgeTitleAsync(caller, request)).ShouldBeOfType<JudgmentResult.Done>().BatchId;

    public static async Task<TitleNormalisation> TitleAsync(this TestDatabase database, long id)
    {
        await using var db = database.Open();
        return await db.TitleNormalisations.AsNoTracking().SingleAsync(t => t.Id == id);
    }

    /// <summary>A run of recorded knowledge whose only item gave the sentence of title 1.</summary>
    public static async Task AddRunAsync(this TestDatabase database)
    {
        var at = database.Time.GetUtcNow();
        await database.AddAsync(
            new Prompt { Id = 1, Name = "标题", Kind = "titles", Language = "zh", CreatedAt = at },
            new PromptVersion { Id = 1, PromptId = 1, Number = 3, Text = "…", Author = "lin", CreatedAt = at });
        await database.AddAsync(
            new Run
            {
                Id = 7, Kind = "titles", PromptVersionId = 1, PromptName = "标题", PromptVersionNumber = 3, ModelProfile = "offline", Model = "pack",
                Recorded = true, Scope = "all", CreatedBy = "lin", CreatedAt = at,
            });
        await database.AddAsync(new RunItem { Id = 70, RunId = 7, SubjectId = "i1", SubjectName = "帆布鞋男低帮" });
        await database.AddAsync(new TitleAnswer { RunItemId = 70, RunId = 7, NormalisationId = 1 });
    }

    private static TitleNormalisation Title(
        long id, string itemId, string? category, string rawTitle, string sentence, TitleSource source = TitleSource.Model, string violations = "",
        double? raw = null, double? perplexity = null, bool isNewest = true)
    {
        var title = new TitleNormalisation
        {
            Id = id, ItemId = itemId, CategoryId = category, RawTitle = rawTitle, Sentence = sentence, Key = TitleKey.Of(rawTitle, sentence), Source = source,
            Violations = violations, RawPerplexity = raw, Perplexity = perplexity, ScorerName = raw is null ? null : "zh_CN.lm", IsNewest = isNewest,
        };
        title.State = title.Unjudged;
        return title;
    }
}
