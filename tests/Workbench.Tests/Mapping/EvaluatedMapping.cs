using LlmRec.Workbench.Catalog;
using LlmRec.Workbench.Mapping.Evaluation;
using LlmRec.Workbench.Security;
using LlmRec.Workbench.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace LlmRec.Workbench.Web.Tests.Mapping;

/// <summary>A tree of shoes, a gold set of four names, and evaluations of it.</summary>
internal static class EvaluatedMapping
{
    public static readonly Caller Ann = Caller.SingleUser("ann");

    private static readonly GoldName[] Names = [new("皮带", ["b1"], "same"), new("帆布鞋", ["s2"], "like"), new("=牛皮腰带", ["b1"], "like"), new("怀表", [], "like")];

    public static async Task AddTreeAsync(this IServiceProvider services)
    {
        await using var db = await services.GetRequiredService<IDbContextFactory<WorkbenchDbContext>>().CreateDbContextAsync();
        db.AddRange(Node("s", null, "鞋", 0), Node("s1", "s", "男帆布鞋", 1), Node("s2", "s", "女帆布鞋", 2), Node("b", null, "配饰", 3), Node("b1", "b", "皮带", 4));
        await db.SaveChangesAsync();
    }

    public static Task<int> AddGoldAsync(this IServiceProvider services) => services.GetRequiredService<GoldSets>().AddAsync(Ann, "四个词", Names);

    /// <summary>Two settings over the gold set; returns the number of the evaluation.</summary>
    public static async Task<int> EvaluateAsync(this IServiceProvider services, MappingSpec? b = null) => await services.GetRequiredService<MappingEvaluations>()
        .EvaluateAsync(Ann, new EvaluationRequest(await services.AddGoldAsync(), MappingSpec.Default, b));

    private static Category Node(string id, string? parent, string name, int position) => new()
    {
        Id = id, ParentId = parent, Name = name, Path = parent is null ? name : $"{(parent == "s" ? "鞋" : "配饰")} > {name}", Depth = parent is null ? 1 : 2,
        IsLeaf = parent is not null, Position = position,
    };
}
