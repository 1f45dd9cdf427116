using System.Globalization;
using LlmRec.Workbench.Catalog;
using LlmRec.Workbench.Mapping;
using LlmRec.Workbench.Mapping.Evaluation;
using LlmRec.Workbench.Statistics;

namespace LlmRec.Workbench.Web.Cli;

/// <summary>An evaluation as aligned tables for people; every share with its 95 % interval.</summary>
internal static class GoldReportText
{
    private const int ShownChanges = 20;

    private static readonly string[] FigureHeads = ["stratum", "n", "P@1", "R@5", "R@10", "auto", "auto-precision", "brier", "log-loss"];

    public static void Write(TextWriter output, EvaluationReport report, CategoryTree tree)
    {
        foreach (var setting in report.Settings())
        {
            output.WriteLine(setting.Label);
            TextTable.Write(output, [FigureHeads, .. setting.Strata.Select(Cells)]);
            output.WriteLine($"outcomes: {string.Join(", ", setting.All.Outcomes.Select(o => $"{o.Key.ToString().ToLowerInvariant()} {o.Value}"))}");
            output.WriteLine();
        }

        if (report.Comparison is { } comparison)
        {
            WriteComparison(output, report, comparison, tree);
        }

        if (report.Ablation.Count > 0)
        {
            output.WriteLine("evidence sources, one at a time");
            TextTable.Write(output, [["source", "speaks", "P@1 alone", "R@10 alone", "P@1 without", "without - full", "p (McNemar)"], .. report.Ablation.Select(Cells)]);
        }
    }

    private static string[] Cells(MappingFigures f) =>
    [
        f.Stratum, f.Names.ToString(CultureInfo.InvariantCulture), Text(f.AtOne), Text(f.AtFive), Text(f.AtTen), Text(f.Accepted), Text(f.Precision), Text(f.Brier), Text(f.LogLoss),
    ];

    private static string[] Cells(AblationRow row) =>
    [
        row.Source.ToString().ToLowerInvariant(), row.State == AblationState.Measured ? Text(row.Speaks.Share) : Reason(row.State), Text(row.Alone?.AtOne), Text(row.Alone?.AtTen),
        Text(row.Without?.AtOne), Text(row.Loss), P(row.Loss),
    ];

    private static string Reason(AblationState state) => state switch
    {
        AblationState.NoData => "no data",
        AblationState.NotAsked => "not asked",
        AblationState.LeftOut => "left out",
        _ => "",
    };

    private static void WriteComparison(TextWriter output, EvaluationReport report, SettingsComparison comparison, CategoryTree tree)
    {
        output.WriteLine($"B - A, where A is {report.A.Label} and B is {report.B!.Label}");
        TextTable.Write(output,
        [
            ["stratum", "P@1", "p (McNemar)", "R@5", "R@10", "auto"],
            .. comparison.Strata.Select(s => new[] { s.Stratum, Text(s.AtOne), P(s.AtOne), Text(s.AtFive), Text(s.AtTen), Text(s.Accepted) }),
        ]);
        output.WriteLine($"fixed {comparison.Fixed}, broken {comparison.Broken}");
        foreach (var changed in comparison.Changed.Take(ShownChanges))
        {
            output.WriteLine($"  {(changed.IsFixed ? "fixed " : "broken")} {changed.A.Gold.Name}: {Path(tree, changed.A)} -> {Path(tree, changed.B)}");
        }

        if (comparison.Fixed + comparison.Broken > ShownChanges)
        {
            output.WriteLine($"  … {comparison.Fixed + comparison.Broken - ShownChanges} more; --format json lists them");
        }

        output.WriteLine();
    }

    private static string Path(CategoryTree tree, NameVerdict verdict) =>
        verdict.First is { } first ? tree.Find(first.CategoryId)?.Path ?? first.CategoryId : "nothing";

    private static string Text(Rate? rate) => rate is { Share: not null } r ? $"{Text(r.Share)} [{Text(r.Low)},{Text(r.High)}]" : "-";

    private static string Text(PairedShares? shares) => shares is null ? "-" : $"{Signed(shares.Difference.Value)} [{Signed(shares.Difference.Low)},{Signed(shares.Difference.High)}]";

    private static string Text(double? value) => value?.ToString("0.0000", CultureInfo.InvariantCulture) ?? "-";

    private static string P(PairedShares? shares) => shares is { Test.P: < 0.0001 } ? "<0.0001" : Text(shares?.Test.P);

    private static string Signed(double value) => value.ToString("+0.0000;-0.0000;0.0000", CultureInfo.InvariantCulture);
}
