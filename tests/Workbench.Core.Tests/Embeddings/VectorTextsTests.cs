using LlmRec.Workbench.Catalog;
using LlmRec.Workbench.Embeddings;
using LlmRec.Workbench.Titles;
using Microsoft.Extensions.DependencyInjection;

namespace LlmRec.Workbench.Tests.Embeddings;

public sealed class VectorTextsTests
{
    [Theory]
    [InlineData(VectorTextKinds.Raw, "a=raw a,b=raw b,c=raw c,d=raw d")]
    [InlineData(VectorTextKinds.Normalised, "a=a edited,b=b two")]
    [InlineData(VectorTextKinds.Approved, "a=a edited")]
    public async Task Read_Kind_IsTheTextThatItNames(string kind, string expected)
    {
        await using var database = await CreateAsync();
        var sut = database.Get<VectorTexts>();

        var texts = await sut.ReadAsync(kind, TestContext.Current.CancellationToken).ToListAsync(TestContext.Current.CancellationToken);

        string.Join(',', texts.Select(text => $"{text.Id}={text.Text}")).ShouldBe(expected);
        (await sut.CountAsync(kind, TestContext.Current.CancellationToken)).Rows.ShouldBe(texts.Count);
    }

    // a: approved and edited, then proposed again; b: proposed twice; c: rejected; d: never asked about.
    private static async Task<TestDatabase> CreateAsync()
    {
        var database = await TestDatabase.CreateAsync(services => services.AddSingleton<VectorTexts>());
        await database.AddAsync([.. "abcd".Select(id => new Item { Id = $"{id}", Title = $"raw {id}", Attributes = "{}" })]);
        await database.AddAsync(
            Sentence("a", "a one", TitleState.Approved, newest: false, approved: "a edited"), Sentence("a", "a two", TitleState.Waiting, newest: true),
            Sentence("b", "b one", TitleState.Waiting, newest: false), Sentence("b", "b two", TitleState.Repair, newest: true),
            Sentence("c", "c one", TitleState.Rejected, newest: true));
        return database;
    }

    private static TitleNormalisation Sentence(string item, string text, TitleState state, bool newest, string approved = "") => new()
    {
        ItemId = item, RawTitle = $"raw {item}", Sentence = text, Key = TitleKey.Of($"raw {item}", text), State = state, IsNewest = newest, ApprovedText = approved,
    };
}
