using LlmRec.Workbench.Mapping.Evaluation;
using LlmRec.Workbench.Statistics;

namespace LlmRec.Workbench.Mapping.Settings;

/// <summary>
/// What judgments say about every threshold, computed once so that a slider can move over it: of the judged texts whose first candidate is at least that probable, how
/// many people confirmed. No text is predicted with what its own judgment taught.
/// </summary>
public sealed class ObservedCurve
{
    private readonly IReadOnlyList<double> _falling;
    private readonly IReadOnlyList<int> _right;

    private ObservedCurve(IReadOnlyList<Prediction> falling, int? fitId)
    {
        FitId = fitId;
        _falling = [.. falling.Select(p => p.Probability)];
        var right = 0;
        _right = [0, .. falling.Select(p => right += p.IsRight ? 1 : 0)];
    }

    /// <summary>The fit whose held-out predictions these are; null for what the shipped coefficients say about the judgments that stand now.</summary>
    public int? FitId { get; }

    /// <summary>All judged texts, also those below every threshold.</summary>
    public int Texts => _falling.Count;

    /// <param name="predictions">The first candidate of every judged text, in any order.</param>
    /// <param name="fitId">See <see cref="FitId"/>.</param>
    public static ObservedCurve Of(IEnumerable<Prediction> predictions, int? fitId = null) => new([.. predictions.OrderByDescending(p => p.Probability)], fitId);

    /// <summary>Texts whose first candidate is at least this probable, and the right ones of those, with Wilson's interval.</summary>
    public Rate At(double acceptFrom)
    {
        var (low, high) = (0, _falling.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = _falling[middle] >= acceptFrom ? (middle + 1, high) : (low, middle);
        }

        return new Rate(_right[low], low);
    }

    /// <summary>What the judgments at and above a threshold allow to say about what is predicted from it on.</summary>
    public static ObservedVerdict Compare(Rate observed, Estimate? predicted) => (observed, predicted) switch
    {
        ({ Whole: 0 }, _) or (_, null) => ObservedVerdict.Unknown,
        ({ High: { } high }, { } promise) when high < promise.Value => ObservedVerdict.Lower,
        ({ Low: { } low }, { } promise) when low > promise.Value => ObservedVerdict.Higher,
        _ => ObservedVerdict.Agrees,
    };
}

/// <summary>How what judgments say stands to what the probabilities promise.</summary>
public enum ObservedVerdict
{
    /// <summary>One of the two says nothing.</summary>
    Unknown,

    /// <summary>The promise lies within the interval of the judgments.</summary>
    Agrees,

    /// <summary>The whole interval of the judgments lies below the promise.</summary>
    Lower,

    /// <summary>The whole interval of the judgments lies above the promise.</summary>
    Higher,
}
