using CsCheck;
using LlmRec.Workbench.Titles.Comparison;

namespace LlmRec.Workbench.Tests.Titles.Comparison;

public sealed class SeededSampleTests
{
    [Fact]
    public void Drawn_SameSeed_DrawsTheSameWhateverTheOrder() =>
        Gen.Select(Gen.Int, Gen.Int[1, 50]).Sample((seed, size) =>
        {
            var ids = Enumerable.Range(0, 200).Select(i => $"p{i}").ToList();
            Draw(ids, size, seed).ShouldBe(Draw([.. ids.AsEnumerable().Reverse()], size, seed));
        }, iter: 50);

    [Fact]
    public void Drawn_FromPartOfThePopulation_KeepsWhatThatPartHas()
    {
        var ids = Enumerable.Range(0, 1000).Select(i => $"p{i}").ToList();
        var all = Draw(ids, 100, seed: 4);
        var half = Draw([.. ids.Take(500)], 100, seed: 4);

        half.Where(id => all.Contains(id)).Count().ShouldBe(all.Count(id => int.Parse(id[1..], System.Globalization.CultureInfo.InvariantCulture) < 500));
    }

    [Fact]
    public void Drawn_OverManySeeds_DrawsEveryoneAboutEquallyOften()
    {
        var ids = Enumerable.Range(0, 20).Select(i => $"p{i}").ToList();
        var counts = Enumerable.Range(0, 2000).SelectMany(seed => Draw(ids, 5, seed)).GroupBy(id => id).ToDictionary(g => g.Key, g => g.Count());

        counts.Count.ShouldBe(20);
        counts.Values.ShouldAllBe(count => count > 400 && count < 600);
    }

    [Fact]
    public void Drawn_MoreThanThereIs_IsEverything()
    {
        var sample = new SeededSample<string>(10, 1);
        sample.Offer("a", "a");

        sample.Drawn().ShouldBe(["a"]);
        sample.Population.ShouldBe(1);
    }

    private static IReadOnlyList<string> Draw(List<string> ids, int size, int seed)
    {
        var sample = new SeededSample<string>(size, seed);
        ids.ForEach(id => sample.Offer(id, id));
        return sample.Drawn();
    }
}
