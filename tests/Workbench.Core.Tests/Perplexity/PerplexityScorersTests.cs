using LlmRec.Workbench.Models;
using LlmRec.Workbench.Perplexity;

namespace LlmRec.Workbench.Tests.Perplexity;

public sealed class PerplexityScorersTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task All_NothingThere_IsEmptyAndHasNoDefault()
    {
        await using var sut = await CreateSutAsync();

        Scorers(sut).All.ShouldBeEmpty();
        (await Scorers(sut).GetDefaultAsync(Token)).ShouldBeNull();
    }

    [Fact]
    public async Task All_Files_AreListedByPathWithWhatTheyAre()
    {
        await using var sut = await CreateSutAsync();
        Add(sut, "b.arpa");
        Add(sut, "a/b.arpa");
        await File.WriteAllTextAsync(Path.Combine(Folder(sut), "README"), "no model", Token);

        var all = Scorers(sut).All;

        all.Select(s => s.Name).ShouldBe(["a/b.arpa", "b.arpa"]);
        all.ShouldAllBe(s => s.Available && s.Kind == ScorerKind.Kenlm && s.Model!.NgramCounts.Count == 2);
        all.Single(s => s.IsDefault).Name.ShouldBe("a/b.arpa");
    }

    [Fact]
    public async Task All_BrokenModel_IsListedWithItsReason()
    {
        await using var sut = await CreateSutAsync();
        await File.WriteAllTextAsync(Path.Combine(Folder(sut), "bad.lm"), "", Token);

        var info = Scorers(sut).All.Single();

        info.Problem.ShouldContain("bad.lm");
        info.IsDefault.ShouldBeFalse();
        (await Scorers(sut).GetAsync("bad.lm", Token)).ShouldBeNull();
    }

    [Fact]
    public async Task Get_SameModelTwice_IsOpenedOnce()
    {
        await using var sut = await CreateSutAsync();
        Add(sut, "m.arpa");

        var first = await Scorers(sut).GetAsync("m.arpa", Token);

        first.ShouldNotBeNull();
        (await Scorers(sut).GetDefaultAsync(Token)).ShouldBeSameAs(first);
        first.Name.ShouldBe("m.arpa");
    }

    [Fact]
    public async Task Get_ModelThatWasReplaced_IsTheNewOneAndTheOldStillWorks()
    {
        await using var sut = await CreateSutAsync();
        Add(sut, "m.arpa", -3);
        var old = (await Scorers(sut).GetAsync("m.arpa", Token))!;
        Add(sut, "m.arpa", -3.75);

        var replaced = (await Scorers(sut).GetAsync("m.arpa", Token))!;

        (await replaced.ScoreAsync(["鞋"], null, Token))[0]!.Log10.ShouldBe((await old.ScoreAsync(["鞋"], null, Token))[0]!.Log10 - 0.75, 1e-4);
    }

    [Fact]
    public async Task Name_ModelThatWasReplaced_IsAnotherUntilTheFirstIsBack()
    {
        await using var sut = await CreateSutAsync();
        Add(sut, "m.arpa", -3);
        (await Scorers(sut).GetAsync("m.arpa", Token))!.Name.ShouldBe("m.arpa");

        Add(sut, "m.arpa", -3.75);
        var other = (await Scorers(sut).GetAsync("m.arpa", Token))!;
        other.Name.ShouldMatch("^m\\.arpa#[0-9a-f]{8}$");
        (await Scorers(sut).GetAsync(other.Name, Token)).ShouldBeSameAs(other);
        Scorers(sut).All.ShouldHaveSingleItem().Name.ShouldBe("m.arpa");

        Add(sut, "m.arpa", -3);
        (await Scorers(sut).GetAsync("m.arpa", Token))!.Name.ShouldBe("m.arpa");
    }

    [Fact]
    public async Task Name_AfterARestart_IsStillTheOtherModels()
    {
        await using var sut = await CreateSutAsync();
        Add(sut, "m.arpa", -3);
        var path = Path.Combine(Folder(sut), "m.arpa");
        new ModelNames(Folder(sut)).Of(path, "m.arpa").ShouldBe("m.arpa");
        Add(sut, "m.arpa", -3.75);

        new ModelNames(Folder(sut)).Of(path, "m.arpa").ShouldStartWith("m.arpa#");
    }

    [Fact]
    public async Task Default_ChineseModelAmongOthers_IsTaken()
    {
        await using var sut = await CreateSutAsync();
        Add(sut, "a.arpa");
        Add(sut, LanguageModelInstaller.FileName);

        (await Scorers(sut).GetDefaultAsync(Token))!.Name.ShouldBe(LanguageModelInstaller.FileName);
    }

    [Fact]
    public async Task Default_Configured_IsTaken()
    {
        await using var sut = await CreateSutAsync(("Perplexity:Default", "b.arpa"));
        Add(sut, "a.arpa");
        Add(sut, "b.arpa");

        (await Scorers(sut).GetDefaultAsync(Token))!.Name.ShouldBe("b.arpa");
        Scorers(sut).All.Single(s => s.IsDefault).Name.ShouldBe("b.arpa");
    }

    [Fact]
    public async Task Default_ConfiguredButMissing_IsNoOtherModelAndIsExplained()
    {
        await using var sut = await CreateSutAsync(("Perplexity:Default", "gone.lm"));
        Add(sut, "a.arpa");

        (await Scorers(sut).GetDefaultAsync(Token)).ShouldBeNull();
        Scorers(sut).All[0].Problem.ShouldBe("Perplexity:Default is 'gone.lm', which is no scorer. There are: a.arpa.");
    }

    [Fact]
    public async Task All_TwoProfilesOfOneModel_HaveDifferentNames()
    {
        await using var sut = await CreateSutAsync([.. Profile("p"), .. Profile("q")]);

        Scorers(sut).All.Select(s => s.Name).ShouldBe(["m · echo (p)", "m · echo (q)"]);
        (await Scorers(sut).GetDefaultAsync(Token)).ShouldBeNull();
        (await Scorers(sut).GetAsync("m · echo (q)", Token))!.Name.ShouldBe("m · echo (q)");
    }

    [Fact]
    public async Task All_KeyThatIsNotSet_SaysWhichVariable()
    {
        await using var sut = await CreateSutAsync([.. Profile("p"), ("Models:Profiles:p:ApiKeyEnvironmentVariable", "WORKBENCH_NO_SUCH_KEY")]);

        Scorers(sut).All.Single().Problem.ShouldBe("The environment variable WORKBENCH_NO_SUCH_KEY is not set.");
    }

    private static (string, string)[] Profile(string name) =>
    [
        ($"Models:Profiles:{name}:Kind", ModelKinds.OpenAICompatible),
        ($"Models:Profiles:{name}:Endpoint", "http://127.0.0.1:9/v1"),
        ($"Models:Profiles:{name}:Model", "m"),
        ($"Models:Profiles:{name}:LogProbabilities", LogProbabilityMethods.Echo),
    ];

    private static async Task<TestDatabase> CreateSutAsync(params (string Key, string Value)[] settings)
    {
        var database = await TestDatabase.CreateAsync(
            services => services.AddModels().AddPerplexity(), settings: settings.ToDictionary(s => s.Key, string? (s) => s.Value));
        Directory.CreateDirectory(Folder(database));
        return database;
    }

    private static PerplexityScorers Scorers(TestDatabase sut) => sut.Get<PerplexityScorers>();

    private static string Folder(TestDatabase sut) => Path.Combine(sut.Folder, "models");

    private static void Add(TestDatabase sut, string name, double log10 = -3)
    {
        var path = Path.Combine(Folder(sut), name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.Delete(path);
        TestModel.Write(path, new Dictionary<string, double> { ["鞋"] = log10 }, new Dictionary<(string, string), double> { [("鞋", "鞋")] = -1 });
    }
}
