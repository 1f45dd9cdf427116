using System.Globalization;
using LlmRec.Workbench.Mapping.Fitting;
using LlmRec.Workbench.Mapping.Fusion;
using LlmRec.Workbench.Mapping.Settings;
using LlmRec.Workbench.Statistics;

namespace LlmRec.Workbench.Web.Cli;

/// <summary>The rules in force and the reports of fits as text.</summary>
internal static class MappingText
{
    private const string Shipped = "as shipped";

    /// <summary>One fact a line, tab-separated.</summary>
    public static void Write(TextWriter output, MappingRules rules, ObservedCurve observed)
    {
        var point = rules.Plan.At(rules.Options.Rule.AcceptFrom);
        var seen = observed.At(point.AcceptFrom);
        (string Name, string Value)[] facts =
        [
            ("settings", rules.Settings is { } set ? string.Create(CultureInfo.InvariantCulture, $"{set.Id}, {set.By}, {set.At:u}") : Shipped),
            ("target", Text(rules.TargetPrecision)),
            ("accept from", Text(rules.Options.Rule.AcceptFrom)),
            ("coefficients", rules.Settings?.FitId is { } fit ? Text($"fit {fit}") : Shipped),
            ("embedding", rules.Options.EmbeddingProfile ?? "none"),
            ("mapped with earlier rules", Text($"{rules.Pending} texts")),
            ("waiting", Text($"{rules.Plan.Pairs} pairs, {rules.Plan.Texts} texts")),
            ("accepted without a person", Text($"{point.Pairs} pairs, {point.Texts} texts")),
            ("predicted precision", point.Predicted is { } predicted ? Text(predicted) : "nothing is accepted"),
            ("observed precision", observed.Texts == 0 ? "no judgments yet" : seen.Whole == 0 ? Text($"none of {observed.Texts} judged texts reaches the threshold") : Text(seen)),
        ];
        foreach (var (name, value) in facts)
        {
            output.WriteLine($"{name}\t{value}");
        }
    }

    /// <summary>Before and after on judgments that the measured coefficients have not seen.</summary>
    public static void Write(TextWriter output, FusionFit fit, FitReport report)
    {
        output.WriteLine(Text($"fit {fit.Id}: {report.Texts} judged texts, cross-fitted in {report.Folds} parts, target {report.TargetPrecision}"));
        TextTable.Write(output,
        [
            ["figure", "before", "after"],
            Row("first right", report, f => Text(f.First)),
            Row("log loss", report, f => Text(f.LogLoss)),
            Row("brier", report, f => Text(f.Brier)),
            Row("accept from", report, f => Text(f.AcceptFrom)),
            Row("accepted", report, f => Text(f.Accepted)),
            Row("right of those", report, f => Text(f.Precision)),
        ]);
        output.WriteLine(Text($"change of the log loss: {Text(report.LossChange)}: {Verdict(report.Verdict)}"));
    }

    public static string Refusal(FitSupply supply) => Text(
        $"The judgments do not suffice; the coefficients stay. There are {supply.Texts} texts: for {supply.FirstRight} the first candidate was confirmed, for {supply.FirstWrong} it was not. ")
        + Text($"Needed are {FitSupply.FewestTexts} texts and {FitSupply.FewestOfEither} of either kind. Go on judging one by one at the review desk.");

    private static string Verdict(FitVerdict verdict) => verdict switch
    {
        FitVerdict.Better => "better",
        FitVerdict.Worse => "worse",
        _ => "equal within noise",
    };

    private static string[] Row(string name, FitReport report, Func<FitFigures, string> figure) => [name, figure(report.Before), figure(report.After)];

    private static string Text(Rate rate) => rate.Whole == 0 ? "-" : Text($"{Text(rate.Interval)} {rate.Part}/{rate.Whole}");

    private static string Text(Estimate value) => Text($"{value.Value:0.0000} [{value.Low:0.0000},{value.High:0.0000}]");

    private static string Text(double value) => value.ToString("0.####", CultureInfo.InvariantCulture);

    private static string Text(FormattableString text) => FormattableString.Invariant(text);
}
