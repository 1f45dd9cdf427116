using LlmRec.Workbench.Catalog;
using LlmRec.Workbench.Complements;
using LlmRec.Workbench.Embeddings;
using LlmRec.Workbench.Mapping;
using LlmRec.Workbench.Models;
using LlmRec.Workbench.Prompts;
using LlmRec.Workbench.Releases;
using LlmRec.Workbench.Review;
using LlmRec.Workbench.Runs;
using LlmRec.Workbench.Security;
using LlmRec.Workbench.Titles;
using Microsoft.Extensions.DependencyInjection;

namespace LlmRec.Workbench.Tests.Releases;

/// <summary>A small catalog with two runs, into which tests put approved pairs one call at a time.</summary>
internal sealed class ReleaseScene : IAsyncDisposable
{
    private int _next;

    private ReleaseScene(TestDatabase database) => Database = database;

    public TestDatabase Database { get; }
    public Caller Caller { get; } = Caller.SingleUser("lin");
    public ReleaseService Sut => Database.Get<ReleaseService>();
    public ReleaseFolders Folders => Database.Get<ReleaseFolders>();

    public static Task<ReleaseScene> CreateAsync() => CreateAsync(configure => TestDatabase.CreateAsync(configure));

    public static async Task<ReleaseScene> CreateAsync(Func<Action<IServiceCollection>, Task<TestDatabase>> database)
    {
        var scene = new ReleaseScene(await database(services => services.AddModels().AddEmbeddings().AddReleases()));
        var at = scene.Database.Time.GetUtcNow();
        await scene.Database.AddAsync(
            Leaf("pants", "男装 > 休闲裤"), Leaf("shirt", "男装 > 衬衫"), Leaf("belt", "配饰 > 皮带"), Leaf("shoes", "男鞋 > 帆布鞋"),
            new Prompt { Id = 1, Name = "complements-zh", Kind = "complements", Language = "zh", CreatedAt = at },
            new PromptVersion { Id = 1, PromptId = 1, Number = 1, Text = "…", Author = "lin", CreatedAt = at },
            new PromptVersion { Id = 2, PromptId = 1, Number = 2, Text = "…", Author = "lin", CreatedAt = at },
            RunOf(1, 1, "older-model"), RunOf(2, 2, "newer-model"),
            new JudgmentBatch { Id = 1, Description = "test", By = "lin", At = at });
        return scene;
    }

    /// <summary>Approves source → target as the mention <paramref name="text"/>; a null <paramref name="evidence"/> means that the expert searched the tree.</summary>
    public async Task ApproveAsync(string source, string target, string text, double score = 0.9, string? evidence = "lexical", int[]? runs = null, string by = "lin")
    {
        var id = ++_next;
        var mapping = new LlmRec.Workbench.Mapping.Mapping { Id = id, Key = $"{text}#{id}", Text = text };
        if (evidence is not null)
        {
            mapping.Candidates.Add(Candidate(id, target, score, evidence));
        }

        var pair = new Pair
        {
            Id = id, SourceId = source, Text = text, MappingId = id, Score = score, State = PairState.Approved, JudgmentId = id,
            Targets = [new PairTarget { CategoryId = target }],
        };
        var judgment = new Judgment
        {
            Id = id, PairId = id, BatchId = 1, TargetIds = target, By = by, CandidateRank = evidence is null ? null : 1, At = Database.Time.GetUtcNow().AddMinutes(id),
        };
        await Database.AddAsync(mapping, pair, judgment);
        foreach (var run in runs ?? [1])
        {
            var item = id * 10 + run;
            await Database.AddAsync(
                new RunItem { Id = item, RunId = run, Position = item, SubjectId = $"{source}#{item}", SubjectName = source },
                new Mention { RunId = run, RunItemId = item, SourceId = source, Text = text, Rank = 1, PairId = id });
        }
    }

    /// <summary>Approves a sentence of an item; the item is stored with its first sentence. A null <paramref name="edited"/> means that it is approved as it was proposed.</summary>
    public async Task<int> ApproveTitleAsync(
        string item, string raw, string sentence, string? edited = null, TitleSource source = TitleSource.Model, int[]? runs = null, string? category = "pants", string by = "lin")
    {
        var id = ++_next;
        await using (var db = Database.Open())
        {
            if (await db.Items.FindAsync(item) is null)
            {
                await Database.AddAsync(new Item { Id = item, CategoryId = category, Title = raw, Attributes = "{}" });
            }
        }

        await Database.AddAsync(
            new TitleNormalisation
            {
                Id = id, ItemId = item, RawTitle = raw, Sentence = sentence, Key = TitleKey.Of(raw, sentence), Source = source, State = TitleState.Approved,
                ApprovedText = edited ?? sentence, JudgmentId = id, ScorerName = "zh_CN.lm", RawPerplexity = 5000.5, Perplexity = 120.25,
            },
            new Judgment { Id = id, TitleId = id, BatchId = 1, Text = edited ?? sentence, By = by, At = Database.Time.GetUtcNow().AddMinutes(id) });
        foreach (var run in runs ?? [1])
        {
            var answer = id * 10 + run;
            await Database.AddAsync(
                new RunItem { Id = answer, RunId = run, Position = answer, SubjectId = $"{item}#{answer}", SubjectName = raw },
                new TitleAnswer { RunItemId = answer, RunId = run, NormalisationId = id });
        }

        return id;
    }

    public async Task RetireAsync(string id)
    {
        await using var db = Database.Open();
        (await db.Categories.FindAsync(id))!.RetiredAt = Database.Time.GetUtcNow();
        await db.SaveChangesAsync();
    }

    public async Task RenameItemAsync(string id, string title)
    {
        await using var db = Database.Open();
        (await db.Items.FindAsync(id))!.Title = title;
        await db.SaveChangesAsync();
    }

    public Task<ReleaseSummary> CreateReleaseAsync(string note = "") => Sut.CreateAsync(Caller, note, TestContext.Current.CancellationToken);

    public string FileOf(int number, string name) => Path.Combine(Folders.PathOf(number), name);

    public ValueTask DisposeAsync() => Database.DisposeAsync();

    private static Category Leaf(string id, string path) =>
        new() { Id = id, Name = path.Split(Category.PathSeparator)[^1], Path = path, Depth = 2, IsLeaf = true };

    private static Run RunOf(int id, int version, string model) => new()
    {
        Id = id, Kind = "complements", PromptVersionId = version, PromptName = "complements-zh", PromptVersionNumber = version,
        ModelProfile = "test", Model = model, Scope = "all", CreatedBy = "lin",
    };

    private static MappingCandidate Candidate(int mapping, string category, double score, string evidence) => new()
    {
        MappingId = mapping, Rank = 1, CategoryId = category, Score = score, Exact = evidence == "exact" ? 1 : 0, Alias = evidence == "alias" ? 1 : 0,
        Lexical = evidence == "lexical" ? 0.8 : 0.1, Query2Cate = evidence == "query2cate" ? 0.8 : 0.1,
    };
}
