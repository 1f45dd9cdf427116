using LlmRec.Workbench.Mapping.Sources;

namespace LlmRec.Workbench.Mapping.Fusion;

/// <summary>
/// One probability per candidate: a logistic model of its evidence and of how it stands against its competitors. Two equally good candidates are both
/// doubtful; candidates of different alternatives of a text may both be certain. Coefficients: docs/decisions/mapping.md.
/// </summary>
internal sealed class EvidenceFusion(FusionCoefficients coefficients)
{
    /// <summary>The probability of each category of <paramref name="table"/>.</summary>
    public Dictionary<int, double> Fuse(EvidenceTable table)
    {
        var rows = table.Rows.ToList();
        var features = FusionFeatures.Of(rows.ConvertAll(row => row.Value), coefficients.Standing);
        return rows.Zip(coefficients.Probabilities(features)).ToDictionary(pair => pair.First.Key, pair => pair.Second);
    }
}
