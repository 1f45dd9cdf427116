using LlmRec.Workbench.Behavior;
using LlmRec.Workbench.Complements;
using LlmRec.Workbench.Mapping;
using LlmRec.Workbench.Review;
using LlmRec.Workbench.Security;
using LlmRec.Workbench.Titles.Baseline;
using Microsoft.EntityFrameworkCore;

namespace LlmRec.Workbench.Tests.Mapping.Settings;

/// <summary>The sample catalog with pairs that wait: names of its own categories, some of them bent so that the mapping doubts.</summary>
internal static class QueueScene
{
    public static readonly Caller Ann = Caller.SingleUser("ann");

    /// <param name="texts">How many distinct texts wait; each for two source categories.</param>
    public static async Task<TestDatabase> CreateAsync(int texts = 40)
    {
        var database = await TestDatabase.CreateAsync(s => s.AddBehavior().AddMapping().AddTitleBaseline().AddReview(), sample: true);
        await using var db = database.Open();
        var leaves = await db.Categories.Where(c => c.IsLeaf).OrderBy(c => c.Position).Select(c => new { c.Id, c.Name }).ToListAsync();
        var names = leaves.Select((leaf, i) => Bend(leaf.Name, i)).DistinctBy(TextKey.Normalize).Take(texts).ToList();
        var mappings = await database.Get<MappingStore>().GetOrAddAsync(db, await database.Get<CategoryMapper>().MapAsync(names, MappingStore.CandidatesKept));
        foreach (var (index, name) in names.Index())
        {
            var mapping = mappings[TextKey.Normalize(name)];
            db.AddRange(Pair(leaves[^(index + 1)].Id, name, mapping), Pair(leaves[^(index + 2)].Id, name, mapping));
        }

        await db.SaveChangesAsync();
        return database;
    }

    // Every third name is the category's own; the others lack their first character or have one too many.
    private static string Bend(string name, int index) => (index % 3) switch { 0 => name, 1 when name.Length > 2 => name[1..], _ => name + "套" };

    private static Pair Pair(string source, string text, Workbench.Mapping.Mapping mapping)
    {
        var pair = new Pair { SourceId = source, Text = text, Mapping = mapping, Support = 1 };
        MappingStore.Propose(pair, mapping);
        return pair;
    }
}
