namespace LlmRec.Workbench.Mapping.Fusion;

/// <summary>How the candidates of one text stand against each other.</summary>
/// <param name="candidates">All candidates of the text.</param>
/// <param name="utilities">One per candidate; that of "none of them" is 0.</param>
internal sealed class Competition(IReadOnlyList<CandidateEvidence> candidates, double[] utilities)
{
    private const double Equal = 1e-9;

    private readonly Dictionary<int, Field> _fields = [];
    private readonly int[] _equal = [.. Enumerable.Range(0, candidates.Count).Where(i => candidates[i].Exact > 0)];

    /// <summary>Logarithm of the candidate's share in a conditional logit with "none of them".</summary>
    public double LogShare(int candidate) => utilities[candidate] - Math.Log(1 + FieldOf(candidate).Total);

    /// <summary>Its utility above that of the best competitor; above "none of them" where nothing else is better.</summary>
    public double Lead(int candidate) => utilities[candidate] - FieldOf(candidate).Utility.Besides(utilities[candidate]);

    /// <summary>How equal the name of the most equal competitor is; 0 without any.</summary>
    public double ExactOfOthers(int candidate) => FieldOf(candidate).Exact.Besides(candidates[candidate].Exact);

    /// <summary>The lexical strength of the competitor that has the most; 0 without any.</summary>
    public double LexicalOfOthers(int candidate) => FieldOf(candidate).Lexical.Besides(candidates[candidate].Lexical);

    /// <summary>Competitors whose names are at least as equal to the text as its own.</summary>
    public int Rivals(int candidate)
    {
        var exact = candidates[candidate].Exact;
        return exact == 0 ? 0 : _equal.Count(other => other != candidate && candidates[other].Exact >= exact - Equal && Competes(candidates[candidate].Part, other));
    }

    private Field FieldOf(int candidate)
    {
        var part = candidates[candidate].Part;
        return _fields.TryGetValue(part, out var field) ? field : _fields[part] = Survey(part);
    }

    private Field Survey(int part)
    {
        var total = 0d;
        BestTwo utility = default, exact = default, lexical = default;
        for (var other = 0; other < utilities.Length; other++)
        {
            if (Competes(part, other))
            {
                total += Math.Exp(utilities[other]);
                utility = utility.With(utilities[other]);
                exact = exact.With(candidates[other].Exact);
                lexical = lexical.With(candidates[other].Lexical);
            }
        }

        return new Field(total, utility, exact, lexical);
    }

    // What matches the whole text competes with what matches a part of it.
    private bool Competes(int part, int other) => part == 0 || candidates[other].Part == 0 || candidates[other].Part == part;

    // All that competes for one part of the text.
    private readonly record struct Field(double Total, BestTwo Utility, BestTwo Exact, BestTwo Lexical);

    // The two greatest of some numbers, not below 0; enough to know the best beside any one of them.
    private readonly record struct BestTwo(double First, double Second)
    {
        public BestTwo With(double value) => value > First ? new(value, First) : new(First, Math.Max(Second, value));

        public double Besides(double own) => own < First ? First : Second;
    }
}
