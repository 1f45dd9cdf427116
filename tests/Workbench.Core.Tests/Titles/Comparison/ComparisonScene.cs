using LlmRec.Workbench.Catalog;
using LlmRec.Workbench.Prompts;
using LlmRec.Workbench.Runs;
using LlmRec.Workbench.Titles;
using LlmRec.Workbench.Titles.Baseline;
using LlmRec.Workbench.Titles.Comparison;
using Microsoft.EntityFrameworkCore;

namespace LlmRec.Workbench.Tests.Titles.Comparison;

/// <summary>A small tree, products with titles, and runs that have answered some of them.</summary>
internal sealed class ComparisonScene : IAsyncDisposable
{
    private readonly TestDatabase _database;
    private long _nextItem = 1;

    private ComparisonScene(TestDatabase database) => _database = database;

    public LengthScorer Scorer { get; } = new();

    public static ComparisonRequest All { get; } = ComparisonRequest.Default with { SampleSize = null };

    public static async Task<ComparisonScene> CreateAsync(int products = 6)
    {
        var scene = new ComparisonScene(await TestDatabase.CreateAsync(services => services.AddTitleBaseline().AddTitleComparison()));
        await scene._database.AddAsync(
            Node("men", null, "男装"), Node("pants", "men", "休闲裤"), Node("shoes", null, "鞋"));
        await scene._database.AddAsync([.. Enumerable.Range(1, products).Select(i => (object)new Item
        {
            Id = $"p{i}", CategoryId = i % 2 == 0 ? "shoes" : "pants", Title = Title(i), Attributes = "{}",
        })]);
        return scene;
    }

    public static string Title(int product) => $"包邮爆款 商品{product} 大促清仓特价秒杀全网最低";

    public T Get<T>() where T : notnull => _database.Get<T>();

    public async Task<int> RunAsync(string prompt, int version, params (int Product, string Sentence)[] answers)
    {
        var run = new Run
        {
            Kind = "titles", PromptVersionId = await VersionAsync(prompt, version), PromptName = prompt, PromptVersionNumber = version, ModelProfile = "sim",
            Model = "sim-1", Scope = "all", Currency = "CNY", CreatedBy = "lin",
        };
        await _database.AddAsync(run);
        foreach (var (product, sentence) in answers)
        {
            await AnswerAsync(run, product, sentence);
        }

        return run.Id;
    }

    public Task<ComparisonResult> CompareAsync(ComparisonRequest? request = null) => Get<TitleComparison>().CompareAsync(request ?? All, Scorer);

    public ValueTask DisposeAsync() => _database.DisposeAsync();

    /// <summary>A sentence that begins with ! breaks a check, and an empty one was written by the rules.</summary>
    private async Task AnswerAsync(Run run, int product, string sentence)
    {
        var item = new RunItem
        {
            Id = _nextItem, Position = (int)_nextItem++, RunId = run.Id, SubjectId = $"p{product}", SubjectName = Title(product),
            Outcome = sentence.Length == 0 ? ItemOutcome.NoAnswer : ItemOutcome.Succeeded, Cost = 0.02m, LatencyMs = 100 * run.Id, FinishedAt = _database.Time.GetUtcNow(),
        };
        await using (var db = _database.Open())
        {
            foreach (var older in db.TitleNormalisations.Where(t => t.ItemId == item.SubjectId))
            {
                older.IsNewest = false;
            }

            await db.SaveChangesAsync();
        }

        await _database.AddAsync(item);
        await _database.AddAsync(new TitleAnswer { RunItemId = item.Id, RunId = run.Id, Normalisation = Row(run, product, sentence) });
    }

    private static TitleNormalisation Row(Run run, int product, string sentence) => new()
    {
        ItemId = $"p{product}", CategoryId = product % 2 == 0 ? "shoes" : "pants", RawTitle = Title(product), Sentence = sentence.Length == 0 ? "规则句" : sentence,
        Key = TitleKey.Of($"run {run.Id}", sentence), Source = sentence.Length == 0 ? TitleSource.Rule : TitleSource.Model,
        Violations = sentence.StartsWith('!') ? "no-opening" : "", CreatedAt = DateTimeOffset.UnixEpoch,
    };

    private async Task<int> VersionAsync(string name, int number)
    {
        await using var db = _database.Open();
        var prompt = await db.Prompts.SingleOrDefaultAsync(p => p.Name == name) ?? db.Prompts.Add(new Prompt { Name = name, Kind = "titles", Language = "zh" }).Entity;
        await db.SaveChangesAsync();
        var version = db.PromptVersions.Add(new PromptVersion { PromptId = prompt.Id, Number = number, Text = "x", Author = "lin" }).Entity;
        await db.SaveChangesAsync();
        return version.Id;
    }

    private static Category Node(string id, string? parent, string name) => new() { Id = id, ParentId = parent, Name = name, Path = name, IsLeaf = id != "men" };
}
