using LlmRec.Workbench.Security;
using LlmRec.Workbench.Titles;
using LlmRec.Workbench.Titles.Baseline;

namespace LlmRec.Workbench.Tests.Titles;

public sealed class TitleWordListsTests : IAsyncLifetime
{
    private static readonly Caller Ann = Caller.SingleUser("ann");

    private TestDatabase _database = null!;

    private TitleWordLists Lists => _database.Get<TitleWordLists>();

    public async ValueTask InitializeAsync() => _database = await TestDatabase.CreateAsync(services => services.AddTitleBaseline());

    public ValueTask DisposeAsync() => _database.DisposeAsync();

    [Fact]
    public async Task AddAsync_Words_CountsNewKnownAndImpossibleOnes()
    {
        var added = await Lists.AddAsync(Ann, TitleWordKind.Brand, ["半夏集", " 半夏集 ", "ＮＩＫＥ", "！！", "", new string('长', 40)]);

        added.Added.ShouldBe(1);
        added.Known.ShouldBe(1);
        added.Rejected.ShouldBe(["！！", new string('长', 40)]);
        (await Lists.GetAsync()).Single(w => w.Text == "半夏集").ShouldBe(new TitleWordRow(TitleWordKind.Brand, "半夏集", false, false, "ann", _database.Time.GetUtcNow()));
    }

    [Fact]
    public async Task RemoveAsync_BundledWord_StaysVisibleAndCanBeRestored()
    {
        (await Lists.RemoveAsync(Ann, TitleWordKind.Promotion, "包邮")).ShouldBeTrue();
        (await Lists.RemoveAsync(Ann, TitleWordKind.Promotion, "包邮")).ShouldBeFalse();
        (await Row("包邮")).IsRemoved.ShouldBeTrue();

        (await Lists.AddAsync(Ann, TitleWordKind.Promotion, ["包邮"])).Added.ShouldBe(1);
        (await Row("包邮")).ShouldBe(new TitleWordRow(TitleWordKind.Promotion, "包邮", true, false, null, null));
    }

    [Fact]
    public async Task RemoveAsync_AddedWord_IsForgotten()
    {
        await Lists.AddAsync(Ann, TitleWordKind.Brand, ["半夏集"]);

        (await Lists.RemoveAsync(Ann, TitleWordKind.Brand, "半夏集")).ShouldBeTrue();
        (await Lists.GetAsync()).ShouldNotContain(w => w.Text == "半夏集");
    }

    [Fact]
    public async Task Edits_AreInForceAtOnce()
    {
        var title = TitleText.Of("半夏集 家用净水器");
        await Lists.AddAsync(Ann, TitleWordKind.Brand, ["半夏集"]);
        (await _database.Get<BaselineService>().GetAsync()).Normalise(title).Brand.ShouldBe("半夏集");

        await Lists.RemoveAsync(Ann, TitleWordKind.Product, "净水器");
        await Lists.AddAsync(Ann, TitleWordKind.Promotion, ["家用"]);
        (await _database.Get<BaselineService>().GetAsync()).Normalise(title).Sentence.ShouldNotContain("家用");
    }

    [Fact]
    public async Task Edits_WithoutTheRight_AreRefused()
    {
        var viewer = new Caller("eve", new HashSet<string> { Roles.Viewer });

        await Should.ThrowAsync<AccessDeniedException>(() => Lists.AddAsync(viewer, TitleWordKind.Brand, ["x"]));
        await Should.ThrowAsync<AccessDeniedException>(() => Lists.RemoveAsync(viewer, TitleWordKind.Brand, "x"));
    }

    private async Task<TitleWordRow> Row(string text) => (await Lists.GetAsync()).Single(w => w.Kind == TitleWordKind.Promotion && w.Text == text);
}
