using LlmRec.Workbench.Statistics;

namespace LlmRec.Workbench.Mapping.Evaluation;

/// <summary>How many names are accepted without a person, and how many of those are right, at every threshold that makes a difference.</summary>
public static class AcceptanceCurve
{
    /// <summary>One point per distinct probability, the highest threshold (fewest accepted) first; the last accepts every name. Empty without predictions.</summary>
    public static IReadOnlyList<AcceptancePoint> Of(IReadOnlyCollection<Prediction> predictions)
    {
        var points = new List<AcceptancePoint>();
        var (accepted, right) = (0, 0);
        foreach (var equal in predictions.GroupBy(p => p.Probability).OrderByDescending(g => g.Key))
        {
            accepted += equal.Count();
            right += equal.Count(p => p.IsRight);
            points.Add(new AcceptancePoint(equal.Key, new Rate(accepted, predictions.Count), new Rate(right, accepted)));
        }

        return points;
    }

    /// <summary>At most <paramref name="most"/> of the points, evenly spread over the names accepted; always with the first and the last.</summary>
    public static IReadOnlyList<AcceptancePoint> Thin(IReadOnlyList<AcceptancePoint> points, int most)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(most, 2);
        if (points.Count <= most)
        {
            return points;
        }

        var kept = new List<AcceptancePoint> { points[0] };
        var step = (points[^1].Accepted.Part - points[0].Accepted.Part) / (double)(most - 1);
        foreach (var point in points.Skip(1).SkipLast(1))
        {
            if (point.Accepted.Part >= kept[^1].Accepted.Part + step)
            {
                kept.Add(point);
            }
        }

        return [.. kept, points[^1]];
    }
}
