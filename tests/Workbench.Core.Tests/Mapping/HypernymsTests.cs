using LlmRec.Workbench.Mapping;
using LlmRec.Workbench.Mapping.Names;

namespace LlmRec.Workbench.Tests.Mappings;

public sealed class HypernymsTests
{
    [Theory]
    [InlineData("hypernyms-zh.txt")]
    [InlineData("hypernyms-en.txt")]
    public void Read_EveryList_NamesAKindAndThingsOfIt(string file)
    {
        var lines = WordList.ReadKinds(file).ToList();

        lines.Count.ShouldBeInRange(50, 2_000);
        lines.ShouldAllBe(line => line.Things.Count > 0 && line.Kinds.Concat(line.Things).All(word => word.Count > 0));
    }

    [Theory]
    [InlineData("Chihuahuas", "dog")]
    [InlineData("leather loafers", "leather shoe")]
    [InlineData("红色乐福鞋", "红色鞋")]
    public void Of_Thing_ReadsItAsItsKind(string text, string kind) => Broader(text).ShouldContain(Key(kind));

    [Fact]
    public void Of_Kind_IsNotReadAsOneOfItsThings() => Broader("dog").ShouldBeEmpty();

    [Fact]
    public void WithSynonyms_Thing_HasTheWiderReadingLast() =>
        NameForms.WithSynonyms("Chihuahuas")[^1].ShouldSatisfyAllConditions(form => form.Kind.ShouldBe(FormKind.Broader), form => form.Key.ShouldBe("dog"));

    [Fact]
    public void Map_ThingWhoseKindIsInTheTree_FindsTheKind() =>
        MappingTrees.Map("Chihuahuas", MappingTrees.Tree("Dog Supplies", "Dogs", "Cats")).Candidates[0].CategoryId.ShouldBe("Dogs");

    private static IEnumerable<string> Broader(string text) =>
        Hypernyms.Of(NameTokens.Of(TextKey.Normalize(text)), 4).Select(tokens => string.Join(' ', tokens));

    private static string Key(string text) => string.Join(' ', NameTokens.Of(TextKey.Normalize(text)));
}
