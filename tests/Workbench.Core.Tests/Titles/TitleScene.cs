using LlmRec.Workbench.Catalog;
using LlmRec.Workbench.Mapping;
using LlmRec.Workbench.Behavior;
using LlmRec.Workbench.Models;
using LlmRec.Workbench.Perplexity;
using LlmRec.Workbench.Prompts;
using LlmRec.Workbench.Runs;
using LlmRec.Workbench.Titles;
using LlmRec.Workbench.Titles.Baseline;
using Microsoft.EntityFrameworkCore;
using static LlmRec.Workbench.Tests.Mappings.MappingTrees;

namespace LlmRec.Workbench.Tests.Titles;

/// <summary>Three products in a small tree; items 1 to 3 of run 1 and 4 to 6 of run 2 ask about them.</summary>
internal sealed class TitleScene : IAsyncDisposable
{
    public const string KnifeTitle = "【山禾】厨房菜刀不锈钢家用切片刀包邮";

    private TitleScene(TestDatabase database) => Database = database;

    public TestDatabase Database { get; }

    public IRunKind Kind => Database.Get<IRunKind>();

    public static async Task<TitleScene> CreateAsync()
    {
        var database = await TestDatabase.CreateAsync(services => services.AddBehavior().AddMapping().AddModels().AddPerplexity().AddTitleBaseline().AddTitles());
        await database.AddAsync([.. Tree("厨具", "厨具 > 刀", "厨具 > 锅", "图书")]);
        await database.AddAsync(
            new Item { Id = "a", CategoryId = "厨具 > 刀", Title = KnifeTitle, Attributes = """{"品牌": "山禾", "材质": "不锈钢"}""" },
            new Item { Id = "b", CategoryId = "厨具 > 锅", Title = "炒锅不粘锅平底锅", Attributes = "{}" },
            new Item { Id = "c", CategoryId = null, Title = "小说", Attributes = "[1]" },
            new Prompt { Id = 1, Name = "p", Kind = "titles", Language = "zh" },
            new PromptVersion { Id = 1, PromptId = 1, Number = 1, Text = "t", Author = "t" },
            Run(1), Run(2));
        await database.AddAsync([.. new[] { "a", "b", "c", "a", "b", "c" }.Select((id, index) => Item(index + 1, index < 3 ? 1 : 2, id))]);
        return new TitleScene(database);
    }

    /// <summary>Stores answers in one transaction, as a batch of the writer does.</summary>
    public async Task StoreAsync(params (long ItemId, string Answer)[] answers)
    {
        await using var db = Database.Open();
        foreach (var (id, answer) in answers)
        {
            var item = await db.RunItems.AsNoTracking().SingleAsync(i => i.Id == id);
            await Kind.StoreAsync(db, item, await Kind.ReadAsync(new RunSubject(item.SubjectId, item.SubjectName), answer, default));
            await db.RunItems.Where(i => i.Id == id).ExecuteUpdateAsync(set => set.SetProperty(i => i.FinishedAt, DateTimeOffset.UnixEpoch));
        }

        await db.SaveChangesAsync();
    }

    /// <summary>The newest sentence of a product.</summary>
    public async Task<TitleNormalisation> RowAsync(string itemId)
    {
        await using var db = Database.Open();
        return await db.TitleNormalisations.AsNoTracking().SingleAsync(t => t.ItemId == itemId && t.IsNewest);
    }

    public ValueTask DisposeAsync() => Database.DisposeAsync();

    private static Run Run(int id) => new()
    {
        Id = id, Kind = "titles", PromptVersionId = 1, PromptName = "p", ModelProfile = "m", Model = "m", Scope = "all", CreatedBy = "t",
    };

    private static RunItem Item(long id, int runId, string subject) => new() { Id = id, RunId = runId, Position = (int)id, SubjectId = subject, SubjectName = subject };
}
