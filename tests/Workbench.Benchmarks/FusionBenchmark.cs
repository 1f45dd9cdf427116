using System.Globalization;
using LlmRec.Workbench.Mapping;
using LlmRec.Workbench.Mapping.Evaluation;
using LlmRec.Workbench.Mapping.Fusion;

namespace LlmRec.Workbench.Benchmarks;

/// <summary>
/// Fits the shipped fusion on the development sets: prints what held-out folds get and how far the probabilities can be believed, and writes the model fitted on
/// everything to fusion.json in the current folder.
/// </summary>
internal static class FusionBenchmark
{
    private const double TargetPrecision = 0.97;

    // The development sets are thousands of judged texts: what was set by hand only has to hold what they know nothing about.
    private const double Trust = 40;

    public static async Task RunAsync()
    {
        var texts = new[] { ("zh", "zh-CN"), ("en", "en-US") }.SelectMany(l => Collect(DevelopmentSet.Read(l.Item1, l.Item2))).ToList();
        var held = Enumerable.Range(0, DevelopmentSet.Folds).SelectMany(fold =>
        {
            var fitted = Fit([.. texts.Where(t => t.Fold != fold)]);
            return texts.Where(t => t.Fold == fold).Select(t => (Text: t, Ranked: Rank(t, fitted)));
        }).ToList();
        Report("held out", held);
        var shipped = Fit(texts);
        Report("fitted on all", [.. texts.Select(t => (t, Rank(t, shipped)))]);
        await File.WriteAllTextAsync("fusion.json", shipped.ToJson() + "\n");
        Console.WriteLine($"written: {Path.GetFullPath("fusion.json")}");
    }

    private static List<FusionText> Collect(DevelopmentSet set)
    {
        var index = new MappingIndex(set.Tree, []);
        return set.Rows.AsParallel().AsOrdered().Select(row =>
        {
            var rows = index.Collect(row.Name, MappingOptions.Default).Rows.OrderByDescending(r => set.Tree[r.Key].IsLeaf).ThenBy(r => r.Key).ToList();
            var right = rows.Index().Where(r => row.Gold.Contains(set.Tree[r.Item.Key].Id)).Select(r => r.Index).ToHashSet();
            return new FusionText(set.Language, DevelopmentSet.FoldOf(row.Name), new FusionExample([.. rows.Select(r => r.Value)], right));
        }).ToList();
    }

    private static FusionCoefficients Fit(IReadOnlyList<FusionText> texts)
    {
        var weights = ListwiseFit.Fit([.. texts.Select(t => ((IReadOnlyList<double[]>)[.. t.Example.Candidates.Select(c => new[] { 1, c.Exact, c.Lexical })], t.Example.Right))], withNone: true);
        var known = FusionCoefficients.Default.Standing.Weights;
        var standing = new FusionStanding(Math.Round(weights[0], 3), new Dictionary<EvidenceKind, double>(known)
        {
            [EvidenceKind.Exact] = Math.Round(weights[1], 3), [EvidenceKind.Lexical] = Math.Round(weights[2], 3),
        });
        var fitted = FusionTrainer.Fit([.. texts.Select(t => t.Example)], FusionPriors.Start with { Standing = standing }, Trust);
        return FusionPriors.Restore(fitted);
    }

    // Each candidate's probability and whether it is right, best first; of equals the one that the mapping puts first.
    private static IReadOnlyList<Prediction> Rank(FusionText text, FusionCoefficients coefficients) =>
        [.. FusionFeatures.Of(text.Example.Candidates, coefficients.Standing).Select((f, i) => new Prediction(coefficients.Probability(f), text.Example.Right.Contains(i)))
            .OrderByDescending(p => Math.Round(p.Probability, 9))];

    private static void Report(string what, IReadOnlyList<(FusionText Text, IReadOnlyList<Prediction> Ranked)> texts)
    {
        foreach (var set in texts.GroupBy(t => t.Text.Language))
        {
            var share = (int top) => set.Count(t => t.Ranked.Take(top).Any(p => p.IsRight)) / (double)set.Count();
            Print($"{what}, {set.Key}: P@1 {share(1):0.0000} R@5 {share(5):0.0000} R@10 {share(10):0.0000}");
            var firsts = set.Select(t => t.Ranked.Count == 0 ? default : t.Ranked[0]).ToList();
            foreach (var point in AcceptanceCurve.Of(firsts).Where(p => p.Precision.Share >= TargetPrecision).TakeLast(1))
            {
                Print($"  {TargetPrecision:0%} right down to probability {point.Threshold:0.0000}: {point.Accepted.Share:0.0000} accepted, {point.Precision.Share:0.0000} right");
            }

            foreach (var from in new[] { 0.8, 0.85, 0.9, 0.91, 0.92, 0.93, 0.94, 0.95, 0.96, 0.97, 0.98 })
            {
                var taken = firsts.Where(p => p.Probability >= from).ToList();
                Print($"  from {from:0.00}: {taken.Count / (double)firsts.Count:0.0000} accepted, {taken.Count(p => p.IsRight) / (double)Math.Max(1, taken.Count):0.0000} right");
            }

            foreach (var bin in Calibration.Of([.. set.SelectMany(t => t.Ranked.Take(10))]).Bins)
            {
                Print($"  {bin.From:0.0} to {bin.To:0.0}: promised {bin.MeanProbability:0.000}, came true {bin.Right.Share:0.000} of {bin.Right.Whole}");
            }
        }
    }

    private static void Print(FormattableString line) => Console.WriteLine(line.ToString(CultureInfo.InvariantCulture));

    private sealed record FusionText(string Language, int Fold, FusionExample Example);
}
