using Bunit;
using LlmRec.Workbench.Behavior;
using LlmRec.Workbench.Catalog;
using LlmRec.Workbench.Complements;
using LlmRec.Workbench.Mapping;
using LlmRec.Workbench.Review;
using LlmRec.Workbench.Security;
using LlmRec.Workbench.Storage;
using LlmRec.Workbench.Titles;
using LlmRec.Workbench.Titles.Baseline;
using LlmRec.Workbench.Titles.Checks;
using LlmRec.Workbench.Web.Components.Pages.Review;
using LlmRec.Workbench.Web.Components.Shared;
using LlmRec.Workbench.Web.Resources;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using MudBlazor.Services;

namespace LlmRec.Workbench.Web.Tests.Review;

/// <summary>Renders parts of the review desk over a real database with two waiting pairs of one source category.</summary>
internal sealed class ReviewContext : BunitContext
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("workbench-test-");

    private ReviewContext()
    {
        JSInterop.Mode = JSRuntimeMode.Loose;
        var settings = new Dictionary<string, string?> { ["Storage:Database"] = Path.Combine(_folder.FullName, "workbench.db") };
        Services.AddSingleton<IConfiguration>(new ConfigurationBuilder().AddInMemoryCollection(settings).Build());
        Services.AddLogging().AddStorage().AddCatalog().AddBehavior().AddMapping().AddTitleBaseline().AddReview();
        Services.AddMudServices(options => options.PopoverOptions.CheckForPopoverProvider = false).AddSingleton<Texts>().AddScoped<KeyScope>();
        Services.AddReviewPages();
        this.AddAuthorization().SetAuthorized("ann").SetRoles(Roles.Expert);
    }

    /// <param name="titles">Three proposed titles too: 1 and 2 wait, 3 broke a rule.</param>
    public static async Task<ReviewContext> CreateAsync(bool titles = false)
    {
        var context = new ReviewContext();
        await context.Services.GetRequiredService<DatabaseSetup>().MigrateAsync();
        await using var db = context.Open();
        db.AddRange(
            Category("t1", "休闲裤", 0), Category("s1", "男帆布鞋", 1), Category("s2", "女帆布鞋", 2), Category("b1", "皮带", 3),
            Mapping(1, "帆布鞋", ("s1", 0.91), ("s2", 0.64)), Mapping(2, "<b>皮带</b>", ("b1", 0.88)),
            Pair(1, 1, "帆布鞋", "s1", 0.91), Pair(2, 2, "<b>皮带</b>", "b1", 0.88));
        if (titles)
        {
            db.AddRange(Item(1, "正品 帆布鞋 包邮"), Item(2, "<b>皮带</b> 男"), Item(3, "皮带"));
            db.AddRange(
                Title(1, "正品 帆布鞋 包邮", "这个商品是帆布鞋", perplexity: 90), Title(2, "<b>皮带</b> 男", "这个商品是男士<b>皮带</b>", perplexity: 80),
                Title(3, "皮带", "皮带", violations: TitleViolations.NoOpening));
        }

        await db.SaveChangesAsync();
        return context;
    }

    public ReviewDesk Desk => Services.GetRequiredService<ReviewDesk>();

    public TitleDesk Titles => Services.GetRequiredService<TitleDesk>();

    public JudgmentService Judgments => Services.GetRequiredService<JudgmentService>();

    public WorkbenchDbContext Open() => Services.GetRequiredService<IDbContextFactory<WorkbenchDbContext>>().CreateDbContext();

    public async Task<Pair> PairAsync(long id)
    {
        await using var db = Open();
        return await db.Pairs.Include(p => p.Targets).SingleAsync(p => p.Id == id);
    }

    public async Task<TitleNormalisation> TitleAsync(long id)
    {
        await using var db = Open();
        return await db.TitleNormalisations.SingleAsync(t => t.Id == id);
    }

    protected override async ValueTask DisposeAsyncCore()
    {
        await base.DisposeAsyncCore();
        SqliteConnection.ClearAllPools();
        _folder.Delete(recursive: true);
    }

    private static Category Category(string id, string name, int position) =>
        new() { Id = id, Name = name, Path = name, Depth = 1, IsLeaf = true, Position = position };

    private static Workbench.Mapping.Mapping Mapping(long id, string text, params (string Id, double Score)[] candidates) => new()
    {
        Id = id,
        Key = TextKey.Normalize(text),
        Text = text,
        Candidates = [.. candidates.Select((c, i) => new MappingCandidate { Rank = i + 1, CategoryId = c.Id, Score = c.Score, Lexical = c.Score, Accepted = i == 0 })],
    };

    private static Pair Pair(long id, long mapping, string text, string target, double score) =>
        new() { Id = id, SourceId = "t1", MappingId = mapping, Text = text, BestTargetId = target, Score = score, Support = 1 };

    private static Item Item(int number, string title) => new() { Id = $"i{number}", CategoryId = "s1", Title = title, Attributes = "{\"材质\":\"帆布\"}" };

    private static TitleNormalisation Title(int number, string rawTitle, string sentence, string violations = "", double? perplexity = null)
    {
        var title = new TitleNormalisation
        {
            Id = number, ItemId = $"i{number}", CategoryId = "s1", RawTitle = rawTitle, Sentence = sentence, Key = TitleKey.Of(rawTitle, sentence), Violations = violations,
            RawPerplexity = perplexity is null ? null : 900, Perplexity = perplexity, ScorerName = perplexity is null ? null : "zh_CN.lm",
        };
        title.State = title.Unjudged;
        return title;
    }
}
