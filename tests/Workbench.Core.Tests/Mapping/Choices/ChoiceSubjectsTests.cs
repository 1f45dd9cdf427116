using CsCheck;
using LlmRec.Workbench.Mapping.Choices;
using LlmRec.Workbench.Runs;

namespace LlmRec.Workbench.Tests.Mappings.Choices;

public sealed class ChoiceSubjectsTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public void Of_AnyCandidates_ShowsEachOnceInAnOrderThatTheRankingDoesNotChange() =>
        Gen.Select(Gen.String[1, 20], Gen.Int[0, 9999].HashSet[1, 10]).Sample((key, numbers) =>
        {
            var ids = numbers.Select(n => $"c{n}").ToList();

            var shown = ChoiceSubject.Of(7, key, ids).Offered;

            shown.Order().ShouldBe(ids.Order());
            ChoiceSubject.Of(7, key, Enumerable.Reverse(ids)).Offered.ShouldBe(shown);
        });

    [Fact]
    public void Of_ManyTexts_TheBestCandidateStandsEverywhere()
    {
        var places = Enumerable.Range(0, 200).Select(n => ChoiceSubject.Of(n, $"text {n}", ["a", "b", "c", "d"]).Offered.ToList().IndexOf("a")).CountBy(place => place).ToList();

        places.Count.ShouldBe(4);
        places.ShouldAllBe(place => place.Value > 25 && place.Value < 80);
    }

    [Fact]
    public void Parse_OfToString_IsTheSame()
    {
        var subject = ChoiceSubject.Of(12, "帆布鞋", ["50010158", "a b", "x"]);

        var read = ChoiceSubject.Parse(subject.ToString());

        (read.MappingId, string.Join('|', read.Offered)).ShouldBe((12, string.Join('|', subject.Offered)));
    }

    [Theory]
    [InlineData("")]
    [InlineData("50010158")]
    [InlineData("x\ty")]
    public void Parse_NoSubject_SaysWhatIsOne(string id) => Should.Throw<ArgumentException>(() => ChoiceSubject.Parse(id)).Message.ShouldContain("scope");

    [Theory]
    [InlineData("no-such-category", "There is no category 'no-such-category'")]
    [InlineData("run:99", "There is no run 99")]
    public async Task List_ScopeWithoutUnclearNames_SaysSo(string scope, string message)
    {
        await using var scene = await ChoiceScene.CreateAsync(items: 1);

        (await Should.ThrowAsync<RunRejectedException>(() => scene.Bench.Get<ChoiceSubjects>().ListAsync(scope, null, Token))).Message.ShouldContain(message);
    }

    [Fact]
    public async Task Count_OfOneCategory_IsPartOfAll()
    {
        await using var scene = await ChoiceScene.CreateAsync();
        var sut = scene.Bench.Get<ChoiceSubjects>();
        var source = (await scene.Bench.ItemsAsync(1))[0].SubjectId;

        var (all, run, one) = (await sut.CountAsync("all", Token), await sut.CountAsync("run:1", Token), await sut.CountAsync(source, Token));

        (all, run).ShouldBe((run, all));
        one.ShouldBeInRange(0, all - 1);
        (await sut.ListAsync("all", null, Token)).Count.ShouldBe(all);
    }
}
