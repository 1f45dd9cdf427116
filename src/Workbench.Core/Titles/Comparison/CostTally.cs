using LlmRec.Workbench.Runs;

namespace LlmRec.Workbench.Titles.Comparison;

/// <summary>Adds up what answers have cost while they stream by.</summary>
internal sealed class CostTally
{
    private readonly Dictionary<int, (decimal Cost, int Titles, int FromCache)> _byRun = [];

    public void Add(RunItem item)
    {
        var so = _byRun.GetValueOrDefault(item.RunId);
        _byRun[item.RunId] = (so.Cost + item.Cost, so.Titles + 1, so.FromCache + (item.FromCache ? 1 : 0));
    }

    public IReadOnlyList<ArmCost> Of(IReadOnlyDictionary<int, Run> runs) =>
        [.. _byRun.Where(run => runs.ContainsKey(run.Key)).GroupBy(run => runs[run.Key].Currency).OrderBy(same => same.Key, StringComparer.Ordinal).Select(same => new ArmCost(
            same.Key, same.Sum(run => run.Value.Cost), same.Sum(run => run.Value.Titles), same.Sum(run => run.Value.FromCache),
            same.Where(run => runs[run.Key].Recorded).Sum(run => run.Value.Titles)))];
}
