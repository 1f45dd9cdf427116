using System.Diagnostics;
using System.Globalization;
using LlmRec.Workbench.Mapping;
using LlmRec.Workbench.Mapping.Evaluation;

namespace LlmRec.Workbench.Tests.Mapping.Evaluation;

/// <summary>Holds our figures against those of an independent scorer, where it and Python are on the machine.</summary>
public sealed class ScorerTests
{
    [Fact]
    public async Task PerStratum_MadeUpPredictions_AgreesWithTheScorerToEveryDigitItPrints()
    {
        var (gold, verdicts) = MadeUp(SharedData.Find("mapping/dev.zh.tsv"));
        var printed = await ScoreAsync(gold, verdicts);

        var ours = MappingFigures.PerStratum(verdicts).ToDictionary(f => f.Stratum);

        foreach (var line in printed.Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            var numbers = line[(line.IndexOf("n=", StringComparison.Ordinal) + 2)..].Split([' ', '=', '[', ']', ','], StringSplitOptions.RemoveEmptyEntries)
                .Where(word => char.IsDigit(word[0])).Where(word => word.Contains('.')).Select(word => double.Parse(word, CultureInfo.InvariantCulture)).ToList();
            var figures = ours[line.Split(' ')[0]];
            double?[] same =
            [
                figures.AtOne.Share, figures.AtOne.Low, figures.AtOne.High, figures.AtFive.Share, figures.AtTen.Share, figures.Accepted.Share,
                figures.Precision.Share, figures.Precision.Low, figures.Precision.High,
            ];
            numbers.Count.ShouldBe(same.Length, line);
            numbers.Zip(same).ShouldAllBe(pair => Math.Abs(pair.First - pair.Second!.Value) < 0.0001);
        }
    }

    private static (string Gold, IReadOnlyList<NameVerdict> Verdicts) MadeUp(string file)
    {
        var names = GoldFile.Read(File.ReadAllBytes(file)).Names;
        var outcomes = Enum.GetValues<MappingOutcome>();
        return (file, [.. names.Select((name, i) =>
        {
            var candidates = Enumerable.Range(1, 1 + (i % 10)).Select(rank => new ScoredCandidate(rank == 1 + (i % 7) ? name.CategoryIds[0] : $"c{rank}", 1.0 / rank, new CandidateEvidence()));
            return NameVerdict.Of(name, new MappingResult(name.Name, outcomes[i % 3], [.. candidates]));
        })]);
    }

    private static async Task<string> ScoreAsync(string gold, IReadOnlyList<NameVerdict> verdicts)
    {
        var scorer = Path.GetFullPath(Path.Combine(gold, "..", "..", "..", "tools", "score-mapping"));
        Assert.SkipUnless(File.Exists(scorer) && OperatingSystem.IsLinux(), "The scorer ../shared/tools/score-mapping is not on this machine.");
        var predictions = Path.GetTempFileName();
        await File.WriteAllLinesAsync(predictions, verdicts.Select(v => System.Text.Json.JsonSerializer.Serialize(new
        {
            name = v.Gold.Name, outcome = v.Outcome switch { MappingOutcome.Mapped => "mapped", MappingOutcome.Ambiguous => "ambiguous", _ => "none" },
            candidates = v.Candidates.Select(c => new { id = c.CategoryId, score = c.Score }),
        })));
        using var process = Process.Start(new ProcessStartInfo(scorer, [gold, predictions]) { RedirectStandardOutput = true })!;
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        File.Delete(predictions);
        process.ExitCode.ShouldBe(0);
        return output;
    }
}
