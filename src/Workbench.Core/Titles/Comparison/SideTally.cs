using System.Globalization;
using LlmRec.Workbench.Runs;
using LlmRec.Workbench.Statistics;

namespace LlmRec.Workbench.Titles.Comparison;

/// <summary>Adds up one arm of a version comparison while its answers stream by.</summary>
internal sealed class SideTally
{
    private readonly CostTally _costs = new();
    private readonly SortedDictionary<string, int> _violations = new(StringComparer.Ordinal);
    private int _titles;
    private int _violating;
    private long _length;
    private int _asked;
    private long _milliseconds;

    public void Add(ArmAnswer answer)
    {
        var violations = ViolationsOf(answer.Title);
        _titles++;
        _violating += violations.Count > 0 ? 1 : 0;
        _length += new StringInfo(answer.Title.Sentence).LengthInTextElements;
        foreach (var violation in violations)
        {
            _violations[violation] = _violations.GetValueOrDefault(violation) + 1;
        }

        if (!answer.Item.FromCache)
        {
            (_asked, _milliseconds) = (_asked + 1, _milliseconds + answer.Item.LatencyMs);
        }

        _costs.Add(answer.Item);
    }

    public VersionSide Of(TitleArm arm, IReadOnlyDictionary<int, Run> runs) => new(
        arm, _titles, Proportion.Of(_violating, _titles), _violations, _titles == 0 ? double.NaN : (double)_length / _titles,
        _asked == 0 ? null : TimeSpan.FromMilliseconds((double)_milliseconds / _asked), _costs.Of(runs));

    public static IReadOnlyList<string> ViolationsOf(TitleNormalisation title) => title.Violations.Split(',', StringSplitOptions.RemoveEmptyEntries);
}
