using LlmRec.Workbench.Catalog;
using LlmRec.Workbench.Prompts;
using LlmRec.Workbench.Runs;
using LlmRec.Workbench.Storage;
using LlmRec.Workbench.Tests;
using LlmRec.Workbench.Titles;
using LlmRec.Workbench.Web.Tests.Hosting;
using Microsoft.EntityFrameworkCore;

namespace LlmRec.Workbench.Web.Tests.Titles;

/// <summary>Products whose titles two prompt versions have normalised, and a language model of a few words.</summary>
internal static class AnsweredTitles
{
    public const string RawTitle = "<b>爆款</b> 休闲裤 =特价";

    private const string Model = """
        \data\
        ngram 1=5
        ngram 2=1

        \1-grams:
        -3.0	<unk>
        -9.0	<s>	-0.1
        -1.0	</s>
        -1.0	裤	-0.1
        -1.5	商品	-0.1

        \2-grams:
        -0.5	<s>	裤

        \end\

        """;

    public static void InstallModel(this TestDatabase database)
    {
        var folder = Directory.CreateDirectory(Path.Combine(database.Folder, "models"));
        File.WriteAllText(Path.Combine(folder.FullName, "tiny.arpa"), Model.ReplaceLineEndings("\n"));
    }

    public static async Task AnswerAsync(this TestDatabase database)
    {
        var prompt = new Prompt { Id = 1, Name = "titles-x", Kind = "titles", Language = "zh" };
        await database.AddAsync(
            new Category { Id = "c1", Name = "休闲裤", Path = "休闲裤", Depth = 1, IsLeaf = true },
            new Item { Id = "p1", CategoryId = "c1", Title = RawTitle, Attributes = "{}" },
            new Item { Id = "p2", CategoryId = "c1", Title = "新款裤", Attributes = "{}" }, prompt);
        await RunAsync(database, 1, "这个商品是裤", "这个商品是新裤");
        await RunAsync(database, 2, "这个商品是休闲裤", "这个商品是新裤");
    }

    /// <summary>One product of run 77 in the database of a whole app.</summary>
    public static async Task AnswerAsync(this TestApp app, string title, string sentence)
    {
        await using var db = await app.Get<IDbContextFactory<WorkbenchDbContext>>().CreateDbContextAsync();
        var version = await db.PromptVersions.FirstAsync(v => db.Prompts.Any(p => p.Id == v.PromptId && p.Kind == "titles"));
        db.Items.Add(new Item { Id = "p77", Title = title, Attributes = "{}" });
        db.Runs.Add(new Run
        {
            Id = 77, Kind = "titles", PromptVersionId = version.Id, PromptName = "titles-x", PromptVersionNumber = 1, ModelProfile = "sim", Model = "sim-1", Scope = "all",
            Status = RunStatus.Completed, Currency = "CNY", CreatedBy = "ann",
        });
        db.RunItems.Add(new RunItem { Id = 7700, RunId = 77, SubjectId = "p77", SubjectName = title, Outcome = ItemOutcome.Succeeded });
        db.TitleAnswers.Add(new TitleAnswer
        {
            RunItemId = 7700, RunId = 77,
            Normalisation = new TitleNormalisation { ItemId = "p77", RawTitle = title, Sentence = sentence, Key = TitleKey.Of(title, sentence) },
        });
        await db.SaveChangesAsync();
    }

    private static async Task RunAsync(TestDatabase database, int number, params string[] sentences)
    {
        await database.AddAsync(
            new PromptVersion { Id = number, PromptId = 1, Number = number, Text = "x", Author = "ann" },
            new Run
            {
                Id = number, Kind = "titles", PromptVersionId = number, PromptName = "titles-x", PromptVersionNumber = number, ModelProfile = "sim", Model = "sim-1",
                Scope = "all", Currency = "CNY", CreatedBy = "ann",
            });
        await using var db = database.Open();
        foreach (var (index, sentence) in sentences.Index())
        {
            var (item, title) = ($"p{index + 1}", index == 0 ? RawTitle : "新款裤");
            var id = (number * 10) + index;
            db.RunItems.Add(new RunItem { Id = id, RunId = number, Position = index, SubjectId = item, SubjectName = title, Outcome = ItemOutcome.Succeeded, Cost = 0.01m });
            var row = db.TitleNormalisations.FirstOrDefault(t => t.ItemId == item && t.Sentence == sentence)
                ?? new TitleNormalisation { ItemId = item, CategoryId = "c1", RawTitle = title, Sentence = sentence, Key = TitleKey.Of(title, sentence) };
            db.TitleAnswers.Add(new TitleAnswer { RunItemId = id, RunId = number, Normalisation = row });
        }

        foreach (var older in db.TitleNormalisations.Where(t => t.ItemId == "p1"))
        {
            older.IsNewest = false;
        }

        await db.SaveChangesAsync();
    }
}
