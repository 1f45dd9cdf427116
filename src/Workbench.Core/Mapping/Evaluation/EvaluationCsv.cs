using System.Globalization;
using LlmRec.Workbench.Catalog;
using LlmRec.Workbench.Releases;
using LlmRec.Workbench.Statistics;

namespace LlmRec.Workbench.Mapping.Evaluation;

/// <summary>An evaluation as comma-separated values: RFC 4180 with a byte order mark; no cell that a spreadsheet would run as a formula.</summary>
public static class EvaluationCsv
{
    private static readonly string[] FigureColumns = ["section", "setting", "stratum", "metric", "part", "of", "value", "low", "high"];

    /// <summary>Every figure on a line of its own, with its 95 % interval.</summary>
    public static string Figures(EvaluationReport report)
    {
        var lines = new List<string> { string.Join(',', FigureColumns) };
        foreach (var setting in report.Settings())
        {
            lines.AddRange(setting.Strata.SelectMany(figures => Lines("figures", setting.Label, figures)));
            lines.AddRange(setting.Calibration.Bins.Select(bin => Line("reliability", setting.Label, MappingFigures.All, $"{Number(bin.From)}-{Number(bin.To)}", bin.Right)));
            lines.AddRange(setting.Curve.Select(p => Line("precision_at", setting.Label, MappingFigures.All, Number(p.Threshold), p.Precision)));
            lines.AddRange(setting.Curve.Select(p => Line("accepted_at", setting.Label, MappingFigures.All, Number(p.Threshold), p.Accepted)));
        }

        lines.AddRange((report.Comparison?.Strata ?? []).SelectMany(DifferenceLines));
        lines.AddRange(report.Ablation.SelectMany(AblationLines));
        return Text(lines);
    }

    /// <summary>The names that a person should look at, with the paths of the tree as it is now.</summary>
    public static string Names(EvaluationReport report, CategoryTree tree) => Text(
    [
        "setting,name,stratum,outcome,right_rank,gold_ids,gold_paths,first_id,first_path,probability",
        .. report.Settings().SelectMany(setting => setting.Wrong.Select(v => string.Join(',', new[]
        {
            setting.Label, v.Gold.Name, v.Gold.Stratum, v.Outcome.ToString(), Number(v.RightRank), string.Join('|', v.Gold.CategoryIds),
            string.Join(" | ", v.Gold.CategoryIds.Select(id => tree.Find(id)?.Path ?? "")), v.First?.CategoryId ?? "",
            tree.Find(v.First?.CategoryId ?? "")?.Path ?? "", Number(v.Prediction.Probability),
        }.Select(CsvFormat.Cell)))),
    ]);

    private static IEnumerable<string> Lines(string section, string setting, MappingFigures figures)
    {
        foreach (var (metric, rate) in Rates(figures))
        {
            yield return Line(section, setting, figures.Stratum, metric, rate);
        }

        foreach (var (outcome, count) in figures.Outcomes)
        {
            yield return Line(section, setting, figures.Stratum, $"outcome_{outcome}", new Rate(count, figures.Names));
        }

        yield return Line(section, setting, figures.Stratum, "brier", figures.Brier);
        yield return Line(section, setting, figures.Stratum, "log_loss", figures.LogLoss);
    }

    private static IEnumerable<(string Metric, Rate Rate)> Rates(MappingFigures figures) =>
    [
        ("P@1", figures.AtOne), ("R@5", figures.AtFive), ("R@10", figures.AtTen), ("accepted", figures.Accepted), ("precision_of_accepted", figures.Precision),
        ("refused", figures.Refused),
    ];

    private static IEnumerable<string> DifferenceLines(StratumDifference difference) =>
    [
        Line("difference", "B - A", difference.Stratum, "P@1", difference.AtOne), Line("difference", "B - A", difference.Stratum, "R@5", difference.AtFive),
        Line("difference", "B - A", difference.Stratum, "R@10", difference.AtTen), Line("difference", "B - A", difference.Stratum, "accepted", difference.Accepted),
    ];

    private static IEnumerable<string> AblationLines(AblationRow row) => row.State != AblationState.Measured
        ? [Line("ablation", row.Source.ToString(), MappingFigures.All, row.State.ToString(), (double?)null)]
        :
        [
            Line("ablation", row.Source.ToString(), MappingFigures.All, "speaks", row.Speaks), Line("ablation", row.Source.ToString(), MappingFigures.All, "P@1 alone", row.Alone!.AtOne),
            Line("ablation", row.Source.ToString(), MappingFigures.All, "P@1 without", row.Without!.AtOne),
            Line("ablation", row.Source.ToString(), MappingFigures.All, "P@1 without minus full", row.Loss),
        ];

    private static string Line(string section, string setting, string stratum, string metric, Rate rate) =>
        Line([section, setting, stratum, metric], [rate.Part, rate.Whole, rate.Share, rate.Low, rate.High]);

    private static string Line(string section, string setting, string stratum, string metric, PairedShares? shares) =>
        Line([section, setting, stratum, metric], [null, null, shares?.Difference.Value, shares?.Difference.Low, shares?.Difference.High]);

    private static string Line(string section, string setting, string stratum, string metric, double? value) =>
        Line([section, setting, stratum, metric], [null, null, value, null, null]);

    // Numbers stay numbers: only texts are kept from being formulas.
    private static string Line(IEnumerable<string> texts, IEnumerable<double?> numbers) =>
        string.Join(',', texts.Select(CsvFormat.Cell).Concat(numbers.Select(n => n is { } number ? Number(number) : "")));

    private static string Number(double value) => value.ToString("0.######", CultureInfo.InvariantCulture);

    private static string Text(IEnumerable<string> lines) => "\uFEFF" + string.Concat(lines.Select(line => line + "\r\n"));
}
