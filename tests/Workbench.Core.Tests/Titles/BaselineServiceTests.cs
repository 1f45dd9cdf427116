using LlmRec.Workbench.Catalog;
using LlmRec.Workbench.Mapping;
using LlmRec.Workbench.Titles;
using LlmRec.Workbench.Titles.Baseline;
using LlmRec.Workbench.Titles.Checks;
using Microsoft.EntityFrameworkCore;

namespace LlmRec.Workbench.Tests.Titles;

public sealed class BaselineServiceTests : IAsyncLifetime
{
    private TestDatabase _database = null!;

    private BaselineService Service => _database.Get<BaselineService>();

    public async ValueTask InitializeAsync() => _database = await TestDatabase.CreateAsync(services => services.AddTitleBaseline());

    public ValueTask DisposeAsync() => _database.DisposeAsync();

    [Fact]
    public async Task GetAsync_NothingChanged_IsTheSameNormaliser()
    {
        var first = await Service.GetAsync();
        _database.Time.Advance(TimeSpan.FromMinutes(1));

        (await Service.GetAsync()).ShouldBeSameAs(first);
    }

    [Fact]
    public async Task GetAsync_AliasOfAnotherProcess_IsKnownHalfASecondLater()
    {
        var title = TitleText.Of("家用鳌拜拜");
        (await Service.GetAsync()).Normalise(title).Product.ShouldBeNull();

        await _database.AddAsync(new Alias { Key = "鳌拜拜", Text = "鳌拜拜", CategoryId = "1", JudgmentId = 0, By = "ann" });
        _database.Time.Advance(TimeSpan.FromSeconds(1));

        (await Service.GetAsync()).Normalise(title).ShouldBe(new BaselineSentence("这个商品是家用鳌拜拜", "鳌拜拜", null));
    }

    [Fact]
    public async Task GetAsync_Items_TeachTheirBrandsAndTheWordThatTheirTitlesShare()
    {
        string[] titles = ["蓝黛琉璃鞋 新款", "晶莹琉璃鞋", "琉璃鞋包邮", "仙女琉璃鞋"];
        await _database.AddAsync([new Category { Id = "1", Name = "其他", Path = "其他", IsLeaf = true }, .. titles.Select((title, i) =>
            new Item { Id = $"{i}", CategoryId = "1", Title = title, Attributes = """{"品牌": "蓝黛"}""" })]);

        var baseline = (await Service.GetAsync()).Normalise(TitleText.Of("秋季 蓝黛 女款琉璃鞋"));

        baseline.ShouldBe(new BaselineSentence("这个商品是蓝黛秋季女款琉璃鞋", "琉璃鞋", "蓝黛"));
    }

    [Fact]
    public async Task Normalise_SampleCatalog_SaysWhatEveryProductIs()
    {
        await using var sample = await TestDatabase.CreateAsync(services => services.AddTitleBaseline(), sample: true);
        var normaliser = await sample.Get<BaselineService>().GetAsync();
        await using var db = sample.Open();
        var titles = (await db.Items.AsNoTracking().ToListAsync()).ConvertAll(item => TitleText.Parse(item.Title, item.Attributes));

        var sentences = titles.ConvertAll(title => normaliser.Normalise(title).Sentence);

        titles.Zip(sentences).Where(pair => pair.Second.Length == 0).Select(pair => pair.First.Title).ShouldBeEmpty();
        titles.Zip(sentences).SelectMany(pair => TitleChecks.Check(pair.First, pair.Second, normaliser.Facts(pair.First))).ShouldBeEmpty();
    }
}
