using System.Globalization;
using LlmRec.Workbench.Mapping.Lexical;
using LlmRec.Workbench.Mapping.Names;
using LlmRec.Workbench.Mapping.Sources;

namespace LlmRec.Workbench.Benchmarks;

/// <summary>Fits the weights of the lexical ranker on the development sets, equal names taken into account, and prints them with what held-out folds get.</summary>
internal static class LexicalBenchmark
{
    public static Task RunAsync()
    {
        var texts = new[] { ("zh", "zh-CN"), ("en", "en-US") }.SelectMany(l => Collect(DevelopmentSet.Read(l.Item1, l.Item2))).ToList();
        foreach (var language in new[] { "zh", "en" })
        {
            var ranks = Enumerable.Range(0, DevelopmentSet.Folds).SelectMany(fold =>
            {
                var weights = Fit(texts.Where(t => t.Fold != fold));
                return texts.Where(t => t.Fold == fold && t.Language == language).Select(t => RankOfRight(t, weights));
            }).ToList();
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"held out, {language}: {string.Join(' ', new[] { 1, 5, 10, 1000 }.Select(top => $"{top}: {ranks.Count(r => r <= top) / (double)ranks.Count:0.0000}"))}"));
        }

        var all = Fit(texts);
        foreach (var (name, weight) in LexicalFeatures.Names.Zip(all))
        {
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{name,-18} {weight,7:0.00}"));
        }

        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"[{string.Join(", ", all.Take(LexicalFeatures.Names.Count).Select(w => w.ToString("0.00", CultureInfo.InvariantCulture)))}]"));
        return Task.CompletedTask;
    }

    private static List<LexicalText> Collect(DevelopmentSet set)
    {
        var numbers = set.Tree.Index().ToDictionary(c => c.Item.Id, c => c.Index);
        var names = set.Tree.Select(c => NameForms.Of(c.Name)).ToList();
        var lexical = new LexicalSource(names, [.. set.Tree.Select(c => c.ParentId is { } parent ? numbers[parent] : -1)], LexicalWeights.Default);
        var exact = new ExactSource(names);
        return [.. set.Rows.AsParallel().AsOrdered().Select(row =>
        {
            var text = new MappingText(row.Name);
            var equal = new EvidenceTable();
            exact.AddTo(equal, text);
            var near = lexical.Features(text).OrderBy(n => n.Match.Name.Owner).ToList();
            var rows = near.Select(n => (double[])[.. n.Features, equal.Rows.TryGetValue(n.Match.Name.Owner, out var e) ? e.Exact : 0, e is null ? 0 : 1]).ToList();
            var right = near.Index().Where(n => row.Gold.Contains(set.Tree[n.Item.Match.Name.Owner].Id)).Select(n => n.Index).ToHashSet();
            return new LexicalText(set.Language, DevelopmentSet.FoldOf(row.Name), rows, right);
        })];
    }

    private static double[] Fit(IEnumerable<LexicalText> texts) => ListwiseFit.Fit([.. texts.Select(t => (t.Rows, t.Right))], withNone: false);

    private static int RankOfRight(LexicalText text, double[] weights)
    {
        var scores = text.Rows.Select(row => ListwiseFit.Score(weights, row)).ToList();
        return text.Right.Count == 0 ? int.MaxValue : text.Right.Min(i => 1 + scores.Count(score => score > scores[i]));
    }

    private sealed record LexicalText(string Language, int Fold, IReadOnlyList<double[]> Rows, IReadOnlySet<int> Right);
}
