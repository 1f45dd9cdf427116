using CsCheck;
using LlmRec.Workbench.Behavior;
using LlmRec.Workbench.Catalog;
using LlmRec.Workbench.Mapping;
using LlmRec.Workbench.Tests.Titles;
using static LlmRec.Workbench.Tests.Mappings.MappingTrees;

namespace LlmRec.Workbench.Tests.Mappings;

/// <summary>What holds for every text and every tree.</summary>
public sealed class MappingPropertyTests
{
    private static readonly string[] Words =
    [
        "手套", "帽子", "手机", "保护壳", "狗", "玩具", "鞋/靴", "配件", "（大号）", "T恤", "gloves", "hats", "phone", "cases", "dog", "toys", "& boots", "and", "accessories", "(large)", "torch", "、", "、、", "用品",
    ];

    private static readonly Gen<string> Name = Gen.Int[0, Words.Length - 1].Select(i => Words[i]).Array[0, 6].Select(words => string.Join(' ', words));

    private static readonly Gen<string> Text = Gen.OneOf(Name, OddTexts.Any);

    // Categories under the top or under any earlier one, with names that may be equal or empty.
    private static readonly Gen<IReadOnlyList<Category>> Trees = Gen.Select(Text, Gen.Int[0, 30]).Array[1, 25].Select(Grow);

    private static readonly IReadOnlyList<Category> Fixed = Tree(
        "宠物", "宠物 > 狗玩具", "宠物 > 猫玩具", "服饰", "服饰 > 手套", "服饰 > 帽子", "服饰 > 鞋靴", "手机", "手机 > 手机壳", "Dog Toys", "Gloves & Mittens", "Hats", "Phone Cases", "Flashlights");

    [Fact]
    public void Map_AnyTextAnyTree_GivesARankingOfProbabilities() => Gen.Select(Trees, Text, Gen.Int[1, 12]).Sample(
        (tree, text, top) =>
        {
            var result = new MappingIndex(tree, []).Map(text, MappingOptions.Default, [], top);
            var scores = result.Candidates.Select(c => c.Score).ToList();
            return result.Text == text && scores.Count <= top && scores.TrueForAll(score => score is >= 0 and <= 1)
                && scores.Zip(scores.Skip(1)).All(pair => pair.First >= pair.Second - 1e-9)
                && result.Candidates.Select(c => c.CategoryId).Distinct().Count() == scores.Count
                && result.Candidates.All(c => Enum.GetValues<EvidenceKind>().All(kind => c.Evidence[kind] is >= 0 and <= 1));
        },
        iter: 400);

    [Fact]
    public void Map_SameTextInANewIndex_GivesTheSame() => Gen.Select(Trees, Text).Sample(
        (tree, text) => Show(new MappingIndex(tree, []).Map(text, MappingOptions.Default, [], 5)) == Show(new MappingIndex(tree, []).Map(text, MappingOptions.Default, [], 5)),
        iter: 200);

    [Fact]
    public void Map_FewerCandidatesAsked_AreTheFirstOfMore()
    {
        var index = new MappingIndex(Fixed, []);
        Text.Sample(text => Show(index.Map(text, MappingOptions.Default, [], 10)).StartsWith(Show(index.Map(text, MappingOptions.Default, [], 2)), StringComparison.Ordinal));
    }

    [Fact]
    public void Map_TextsWithTheSameWords_MapTheSame()
    {
        var index = new MappingIndex(Fixed, []);
        Name.Sample(text => Variants(text).All(variant => TextKey.Normalize(variant) == TextKey.Normalize(text) && Map(index, variant) == Map(index, text)));
    }

    [Fact]
    public async Task MapAsync_TextsInAnyOrder_MapTheSame()
    {
        await using var database = await TestDatabase.CreateAsync(services => services.AddBehavior().AddMapping());
        await database.AddAsync([.. Fixed]);
        var mapper = database.Get<CategoryMapper>();

        await Text.Array[70, 120].SampleAsync(
            async texts =>
            {
                var forwards = await mapper.MapAsync(texts, 4);
                var backwards = await mapper.MapAsync([.. texts.Reverse()], 4);
                var alone = await mapper.MapAsync([texts[0]], 4);
                return forwards.Select(r => r.Text).SequenceEqual(texts) && backwards.Reverse().Select(Show).SequenceEqual(forwards.Select(Show))
                    && Show(alone[0]) == Show(forwards[0]);
            },
            iter: 20);
    }

    private static IReadOnlyList<Category> Grow((string Name, int Parent)[] nodes)
    {
        var parents = nodes.Select((node, i) => i > 0 && node.Parent < i ? $"c{node.Parent}" : null).ToList();
        return [.. nodes.Select((node, i) => new Category
        {
            Id = $"c{i}", Name = node.Name, Path = node.Name, ParentId = parents[i], Position = i, Depth = 1, IsLeaf = !parents.Contains($"c{i}"),
        })];
    }

    private static IEnumerable<string> Variants(string text) =>
        [text.ToUpperInvariant(), $"\0 {text}\u0007\n", new string(' ', 400) + text + "!!!", string.Concat(text.Select(Widen)), text.Replace(" ", " \u200b ", StringComparison.Ordinal)];

    private static char Widen(char c) => c is > '!' and <= '~' and not ('(' or ')' or '&' or '/') ? (char)(c + 0xFEE0) : c;

    private static string Map(MappingIndex index, string text) => Show(index.Map(text, MappingOptions.Default, [], 5));

    private static string Show(MappingResult result) => $"{result.Outcome}" + string.Concat(result.Candidates.Select(c => $"|{c.CategoryId} {c.Score:R}"));
}
