namespace LlmRec.Workbench.Mapping.Fusion;

/// <summary>How the candidates of one text stand against each other.</summary>
/// <param name="candidates">All candidates of the text.</param>
/// <param name="utilities">One per candidate; that of "none of them" is 0.</param>
internal sealed class Competition(IReadOnlyList<CandidateEvidence> candidates, double[] utilities)
{
    private const double Equal = 1e-9;

    private readonly bool _isOne = candidates.All(c => c.Part == 0);
    private readonly double _total = utilities.Sum(Math.Exp);
    private readonly double[] _best = [.. utilities.OrderDescending().Take(2)];

    /// <summary>Logarithm of the candidate's share in a conditional logit with "none of them".</summary>
    public double LogShare(int candidate)
    {
        var total = _isOne ? _total : Enumerable.Range(0, candidates.Count).Where(other => other == candidate || Competes(candidate, other)).Sum(other => Math.Exp(utilities[other]));
        return utilities[candidate] - Math.Log(1 + total);
    }

    /// <summary>Its utility above that of the best competitor; above "none of them" where nothing else is better.</summary>
    public double Lead(int candidate)
    {
        if (_isOne)
        {
            var other = utilities[candidate] < _best[0] ? _best[0] : _best.ElementAtOrDefault(1);
            return utilities[candidate] - Math.Max(0, other);
        }

        return LeadAmongParts(candidate);
    }

    private double LeadAmongParts(int candidate)
    {
        var best = 0d;
        for (var other = 0; other < candidates.Count; other++)
        {
            if (other != candidate && utilities[other] > best && Competes(candidate, other))
            {
                best = utilities[other];
            }
        }

        return utilities[candidate] - best;
    }

    /// <summary>Competitors whose names are at least as equal to the text as its own.</summary>
    public int Rivals(int candidate)
    {
        var exact = candidates[candidate].Exact;
        return exact == 0 ? 0 : Enumerable.Range(0, candidates.Count).Count(other => other != candidate && candidates[other].Exact >= exact - Equal && Competes(candidate, other));
    }

    /// <summary>The strongest evidence of a kind that a competitor has; 0 without any.</summary>
    public double BestOther(int candidate, EvidenceKind kind)
    {
        var best = 0d;
        for (var other = 0; other < candidates.Count; other++)
        {
            if (other != candidate && candidates[other][kind] > best && Competes(candidate, other))
            {
                best = candidates[other][kind];
            }
        }

        return best;
    }

    // What matches the whole text competes with what matches a part of it.
    private bool Competes(int one, int other) => candidates[one].Part == candidates[other].Part || candidates[one].Part == 0 || candidates[other].Part == 0;
}
